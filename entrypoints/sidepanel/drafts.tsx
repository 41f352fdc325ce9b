import { readDrafts } from '../../src/draft/drafts.ts';
import { isDue } from '../../src/draft/reminders.ts';
import { draftHref, thingOf } from '../../src/draft/views/draft-words.ts';
import { useNow } from '../../src/draft/views/use-now.ts';
import { age } from '../../src/i18n/age.ts';
import { dayTime } from '../../src/i18n/format.ts';
import { current, t } from '../../src/i18n/language.ts';
import type { Draft } from '../../src/share/tables.ts';
import { channelName } from '../../src/share/views/channel-name.ts';
import { AlarmClock } from '../../src/ui/icon.ts';
import { useLive } from '../../src/workspace/live.ts';
import type { Workspace } from '../../src/workspace/open.ts';

const MOST = 5;
const PAGE = '/companion.html';

function DraftRow({ draft, now }: { draft: Draft; now: number }) {
  const { language } = current.value;
  return (
    <li class="panel-row">
      <div class="panel-about">
        <a
          class="panel-thing"
          dir="auto"
          lang={draft.read?.lang || undefined}
          href={PAGE + draftHref(draft.post)}
          target="_blank"
          rel="noreferrer"
        >
          {draft.words.trim() || thingOf(draft)}
        </a>
        <p class="caption panel-facts">
          {draft.remind > 0 ? (
            <span class="panel-time" data-due={isDue(draft, now) ? '' : undefined}>
              <AlarmClock aria-hidden="true" />
              {dayTime(draft.remind, language)}
            </span>
          ) : (
            <span>{age(draft.at, now)}</span>
          )}
          <span>{t('draftTo', { network: channelName(draft.channel) })}</span>
        </p>
      </div>
    </li>
  );
}

/** The first drafts, and a link to all. Empty where there are none. */
export function Drafts({ workspace }: { workspace: Workspace }) {
  const live = useLive(() => readDrafts(workspace), [workspace]);
  const drafts = live.state === 'ready' ? live.value : [];
  const now = useNow(drafts.map((draft) => draft.remind));
  if (drafts.length === 0) return null;
  const more = drafts.length - MOST;
  return (
    <section aria-labelledby="panel-drafts">
      <h2 id="panel-drafts">{t('navDrafts')}</h2>
      <ul>
        {drafts.slice(0, MOST).map((draft) => (
          <DraftRow key={draft.post} draft={draft} now={now} />
        ))}
      </ul>
      {more > 0 && (
        <p class="panel-more">
          <a href={`${PAGE}#/drafts`} target="_blank" rel="noreferrer">
            {t('panelInboxMore', { n: more })}
          </a>
        </p>
      )}
    </section>
  );
}
