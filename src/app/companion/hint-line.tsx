import { useEffect, useState } from 'preact/hooks';
import { rollups } from '../../activity/rollup.ts';
import { t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { sayFailure } from '../../ui/failure-toast.ts';
import { dropHint, goneHints, type Hint } from '../../ui/hints.ts';
import { X } from '../../ui/icon.ts';
import { useLive } from '../../workspace/live.ts';
import type { Workspace } from '../../workspace/open.ts';
import { readSetting } from '../../workspace/setting.ts';
import { inExtension } from '../in-extension.ts';
import { readShortcuts } from './keys/shortcuts.ts';

/** The hint of a page, if still useful: on Me before anything happened, on Captures until it was followed. */
async function readHint(workspace: Workspace, page: string): Promise<Hint | null> {
  // Both concern foreign pages, which the companion on the web cannot act on.
  if (!inExtension) return null;
  const hint = page === 'me' ? 'anyPage' : page === 'captures' ? 'words' : null;
  if (!hint || (await readSetting(workspace, goneHints)).includes(hint)) return null;
  if (hint === 'anyPage' && (await workspace.rows(rollups).count()) > 0) return null;
  return hint;
}

function useAnyPageWords(): string {
  const [words, setWords] = useState(t('hintAnyPage'));
  useEffect(() => {
    readShortcuts().then((shortcuts) => {
      const [share, keep] = ['share', 'keep'].map((name) => shortcuts.find((one) => one.name === name)?.keys);
      setWords(share && keep ? t('hintAnyPageKeys', { share, keep }) : t('hintAnyPage'));
    }, sayFailure);
  }, []);
  return words;
}

function AnyPage() {
  return <p>{useAnyPageWords()}</p>;
}

/** A line of help above a page, gone for good once followed or dismissed. */
export function HintLine({ workspace, page, id }: { workspace: Workspace; page: string; id: string }) {
  const live = useLive(() => readHint(workspace, page), [workspace, page]);
  const hint = live.state === 'ready' ? live.value : null;
  if (!hint || id !== '') return null;
  return (
    <aside class="hint no-print" aria-label={t('hintName')}>
      {hint === 'anyPage' ? <AnyPage /> : <p>{t('hintWords')}</p>}
      <Button
        kind="quiet"
        icon={<X aria-hidden="true" />}
        aria-label={t('hintAway')}
        title={t('hintAway')}
        onClick={() => void dropHint(workspace, hint).catch(sayFailure)}
      />
    </aside>
  );
}
