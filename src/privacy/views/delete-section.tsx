import { useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { sayFailure } from '../../ui/failure-toast.ts';
import { Section } from '../../ui/section.tsx';
import { own } from '../../workspace/named.ts';
import type { Workspace } from '../../workspace/open.ts';
import { type Erased, eraseAll, eraseSite } from '../erase.ts';
import type { TableUsage } from '../table-usage.ts';
import { countedWords } from './count-words.ts';
import { AllDialog, SiteDialog } from './delete-dialogs.tsx';
import type { KnownSite, PrivacyPorts } from './ports.ts';
import { SiteForm } from './site-form.tsx';

interface DeleteProps {
  workspace: Workspace;
  ports: PrivacyPorts;
  usages: readonly TableUsage[];
  sites: readonly KnownSite[];
}

/** A sentence with links in place of its placeholders. */
function OneThing({ links }: { links: PrivacyPorts['links'] }) {
  const parts = t('privacyOne', { captures: '{captures}', activity: '{activity}' }).split(/(\{\w+\})/);
  const places: Record<string, { href: string; name: string }> = {
    '{captures}': { href: links.captures, name: t('navCaptures') },
    '{activity}': { href: links.activity, name: t('navActivity') },
  };
  return (
    <p>
      {parts.map((part) => {
        const place = own(places, part);
        return place ? (
          <a key={part} href={place.href}>
            {place.name}
          </a>
        ) : (
          part
        );
      })}
    </p>
  );
}

/** Deletes one thing, one site, or everything, and reports numbers. */
export function DeleteSection({ workspace, ports, usages, sites }: DeleteProps) {
  const [target, ask] = useState<KnownSite | 'all' | null>(null);
  const [erased, setErased] = useState<Erased | null>(null);
  const close = () => ask(null);
  const erase = async (work: () => Promise<Erased>) => {
    close();
    try {
      setErased(await ports.deleting(work));
    } catch (error) {
      sayFailure(error);
    }
  };
  const tables = usages.map(({ table }) => table);
  const rows = usages.reduce((sum, one) => sum + one.rows, 0);
  const what = erased && countedWords(erased, ports.retained.names);
  return (
    <Section title={t('privacyDelete')} about={t('privacyDeleteAbout')}>
      <OneThing links={ports.links} />
      <SiteForm sites={sites} onAsk={ask} />
      <div class="privacy-all">
        <span>{t('privacyAll')}</span>
        <Button kind="loss" disabled={rows === 0} onClick={() => ask('all')}>
          {t('privacyAllDelete')}
        </Button>
      </div>
      <p class="privacy-deleted" role="status">
        {what !== null && (what ? t('privacyDeleted', { what }) : t('privacyDeletedNothing'))}
      </p>
      {target === 'all' && (
        <AllDialog
          rows={rows}
          exportHref={ports.links.export}
          onClose={close}
          onGo={() => void erase(() => eraseAll(workspace, tables))}
        />
      )}
      {target && target !== 'all' && (
        <SiteDialog
          site={target.name}
          exportHref={ports.links.export}
          onClose={close}
          onGo={() => void erase(() => eraseSite(workspace, ports.retained, target.id))}
        />
      )}
    </Section>
  );
}
