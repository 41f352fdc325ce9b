import { useLanguage } from '../../src/app/follow-language.ts';
import { t } from '../../src/i18n/language.ts';
import { Knot } from '../../src/ui/knot.tsx';
import { Toasts } from '../../src/ui/toast.tsx';
import type { Workspace } from '../../src/workspace/open.ts';
import { Drafts } from './drafts.tsx';
import { Inbox } from './inbox.tsx';
import { Here } from './related.tsx';
import { Fits } from './team-material.tsx';
import { useTab } from './use-tab.ts';

/** The side panel: captures from the page, drafts, and captures to review. */
export function Panel({ workspace }: { workspace: Workspace }) {
  const tab = useTab();
  useLanguage(workspace);
  return (
    <div class="panel">
      <header>
        <h1>
          <Knot />
          Musubi
        </h1>
        <a href="/companion.html" target="_blank" rel="noreferrer">
          {t('popupCompanion')}
        </a>
      </header>
      <Fits workspace={workspace} tab={tab} />
      <Here workspace={workspace} tab={tab} />
      <Drafts workspace={workspace} />
      <Inbox workspace={workspace} />
      <Toasts />
    </div>
  );
}
