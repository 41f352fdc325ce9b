import { readDrafts } from '../../src/draft/drafts.ts';
import { isDue } from '../../src/draft/reminders.ts';
import { draftHref, thingOf } from '../../src/draft/views/draft-words.ts';
import { t } from '../../src/i18n/language.ts';
import { AlarmClock } from '../../src/ui/icon.ts';
import { useLive } from '../../src/workspace/live.ts';
import type { Workspace } from '../../src/workspace/open.ts';

/** Most drafts shown; the Drafts page has all. */
const MOST = 3;

/** Due drafts, each with a link to finish it. Empty where there are none. */
export function Due({ workspace }: { workspace: Workspace }) {
  const live = useLive(() => readDrafts(workspace), [workspace]);
  const now = Date.now();
  const due = live.state === 'ready' ? live.value.filter((draft) => isDue(draft, now)) : [];
  if (due.length === 0) return null;
  return (
    <section class="popup-due" aria-labelledby="popup-due">
      <h2 id="popup-due">
        <AlarmClock aria-hidden="true" />
        {t('draftsDue')}
      </h2>
      <ul>
        {due.slice(0, MOST).map((draft) => (
          <li key={draft.post}>
            <a
              class="one-line"
              dir="auto"
              lang={draft.read?.lang || undefined}
              href={`/companion.html${draftHref(draft.post)}`}
              target="_blank"
              rel="noreferrer"
            >
              {thingOf(draft)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
