import { useState } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { sayFailure } from '../../../ui/failure-toast.ts';
import { showToast } from '../../../ui/toast.tsx';
import type { Workspace } from '../../../workspace/open.ts';
import type { Card } from '../../card.ts';
import { type Merged, mergeDuplicates, unmerge } from '../../merge-duplicates.ts';
import { type DuplicateCard, useDuplicates } from './use-duplicates.ts';

interface DuplicatesNoteProps {
  workspace: Workspace;
  cards: readonly Card[];
  whole: boolean;
}

/** Groups listed in the preview. */
const MOST = 20;

async function partAll(workspace: Workspace, merged: readonly Merged[]): Promise<void> {
  for (const one of merged) await unmerge(workspace, one);
  showToast(t('captureChangedBack'));
}

async function uniteAll(workspace: Workspace, groups: readonly (readonly DuplicateCard[])[]): Promise<void> {
  const merged: Merged[] = [];
  for (const group of groups) {
    const ids = group.map(({ id }) => id);
    const one = await mergeDuplicates(workspace, ids, Date.now());
    if (one) merged.push(one);
  }
  const apart = groups.length - merged.length;
  const words = [
    ...(merged.length > 0 ? [t('captureUnited', { n: merged.length })] : []),
    ...(apart > 0 ? [t('captureNotUnited', { n: apart })] : []),
  ].join(' ');
  const undo = { label: t('uiUndo'), run: () => void partAll(workspace, merged).catch(sayFailure) };
  showToast(words, merged.length > 0 ? undo : null);
}

function Group({ group }: { group: readonly DuplicateCard[] }) {
  const [stays] = group;
  if (!stays) return null;
  const { card } = stays;
  return (
    <li>
      <p class="one-line" dir="auto" lang={card.lang || undefined}>
        {card.words || t('captureNoText')}
      </p>
      <ul class="caption">
        {group.map(({ id, card: { url } }) => (
          <li key={id} class="one-line">
            <bdi>{url}</bdi>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Offers to merge duplicates, with a preview. Empty where there are none. */
export function DuplicatesNote({ workspace, cards, whole }: DuplicatesNoteProps) {
  const [open, setOpen] = useState(false);
  const groups = useDuplicates(cards, whole);
  const n = groups.length;
  if (n === 0) return null;
  const go = () => {
    setOpen(false);
    uniteAll(workspace, groups).catch(sayFailure);
  };
  return (
    <div class="twins-note no-print">
      <span>{t('captureTwice', { n })}</span>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {t('captureTwiceSee')}
      </Button>
      {open && (
        <Dialog
          open
          onClose={() => setOpen(false)}
          title={t('captureTwiceTitle')}
          footer={<Button onClick={go}>{t('captureTwiceUnite', { n })}</Button>}
        >
          <p class="soft rights-how">{t('captureTwiceHow')}</p>
          <ul class="twins">
            {groups.slice(0, MOST).map((group) => (
              <Group key={group[0]?.id} group={group} />
            ))}
          </ul>
          {n > MOST && <p class="caption">{t('captureTwiceMore', { n: n - MOST })}</p>}
        </Dialog>
      )}
    </div>
  );
}
