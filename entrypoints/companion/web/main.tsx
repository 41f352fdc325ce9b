import '../../../src/ui/base.css';
import '../../../src/app/companion/companion.css';
import './web.css';
import { render } from 'preact';
import { App } from '../../../src/app/companion/app.tsx';
import { startPage } from '../../../src/app/start-page.tsx';
import { syncTeam } from '../../../src/app/sync-team.ts';
import { speak, t } from '../../../src/i18n/language.ts';
import { watchNewClicks } from '../../../src/link/new-clicks.ts';
import { browserLanguage } from '../../../src/team/language.ts';
import { Empty } from '../../../src/ui/empty.tsx';
import { answerAll } from '../../../src/workspace/answer.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { Above, JoinNote } from './above.tsx';
import { answers, showBadge } from './answers.ts';
import { receivedIn } from './received.ts';

const received = receivedIn(location.search);
// Prevents a repetition at the next reload.
if (received) history.replaceState(null, '', `${location.pathname}${location.hash}`);

function View({ workspace }: { workspace: Workspace }) {
  return (
    <App
      workspace={workspace}
      above={(page) => <Above page={page} received={received} />}
      note={(page) => page === 'join' && <JoinNote />}
    />
  );
}

function started(workspace: Workspace): void {
  answerAll(answers(workspace));
  syncTeam(workspace);
  watchNewClicks(workspace, () => void showBadge(workspace).catch(() => undefined));
  // Requests that the browser does not evict the diary when its disk is full; the browser decides.
  void navigator.storage?.persist?.();
  void navigator.serviceWorker?.register('./sw.js');
}

/** Keys and the diary need a secure context: without one, the page only says so. */
async function refuse(): Promise<void> {
  await speak(browserLanguage());
  const root = document.getElementById('app');
  if (root) render(<Empty title={t('webInsecure')}>{t('webInsecureHow')}</Empty>, root);
}

void (isSecureContext ? startPage(View, started) : refuse());
