import { useState } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { LayoutGrid } from '../../../ui/icon.ts';
import type { Workspace } from '../../../workspace/open.ts';
import type { Capture } from '../../capture.ts';
import { CollectionsDialog } from '../bulk/collections-dialog.tsx';
import { useCollections } from '../use-collections.ts';

/** A capture's collections, and a button to change them. */
export function CollectionsField({ workspace, capture }: { workspace: Workspace; capture: Capture }) {
  const [open, setOpen] = useState(false);
  const all = useCollections(workspace);
  const own = all.filter(({ id }) => capture.collections?.includes(id));
  return (
    <section class="detail-collections" aria-label={t('captureCollections')}>
      <h2>{t('captureCollections')}</h2>
      {own.length > 0 && (
        <ul class="tags-own">
          {own.map(({ id, name }) => (
            <li key={id}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      )}
      <Button
        class="no-print"
        kind="quiet"
        icon={<LayoutGrid aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t('captureCollectionsPut')}
      </Button>
      {open && (
        <CollectionsDialog
          workspace={workspace}
          collections={all}
          chosen={[{ id: capture.id, collections: capture.collections ?? [] }]}
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  );
}
