import { age } from '../../i18n/age.ts';
import { dayTime, moment } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import { hostOf } from '../../post/of-site.ts';
import type { Draft } from '../../share/tables.ts';
import { Button } from '../../ui/button.tsx';
import { AlarmClock, Trash2 } from '../../ui/icon.ts';
import { isDue } from '../reminders.ts';
import { draftHref, thingOf } from './draft-words.ts';

interface DraftRowProps {
  draft: Draft;
  now: number;
  channelName: (id: string) => string;
  siteName: (id: string) => string;
  onRemind: (draft: Draft) => void;
  onDelete: (draft: Draft) => void;
}

function Times({ draft, now }: { draft: Draft; now: number }) {
  const { language } = current.value;
  if (draft.remind === 0) {
    return (
      <time dateTime={new Date(draft.at).toISOString()} title={moment(draft.at, language)}>
        {age(draft.at, now)}
      </time>
    );
  }
  return (
    <time
      class="draft-time"
      data-due={isDue(draft, now) ? '' : undefined}
      dateTime={new Date(draft.remind).toISOString()}
      title={moment(draft.remind, language)}
    >
      <AlarmClock aria-hidden="true" />
      {dayTime(draft.remind, language)}
    </time>
  );
}

/** A draft: its post, its words, its channel and reminder; Finish is the main action. */
export function DraftRow({ draft, now, channelName, siteName, onRemind, onDelete }: DraftRowProps) {
  const thing = thingOf(draft);
  const { read } = draft;
  const author = read?.author.name || read?.author.handle || '';
  const site = read && read.site !== 'page' ? siteName(read.site) : hostOf(read?.url ?? draft.target);
  return (
    <li class="draft">
      <div class="draft-about">
        <a
          class="draft-thing"
          data-row
          dir="auto"
          lang={read?.lang || undefined}
          href={draftHref(draft.post)}
        >
          {thing}
        </a>
        <p class="draft-words" dir="auto" data-none={draft.words.trim() ? undefined : ''}>
          {draft.words.trim() || t('draftNoWords')}
        </p>
        <p class="draft-facts caption">
          <Times draft={draft} now={now} />
          <span>{t('draftTo', { network: channelName(draft.channel) })}</span>
          <bdi>{author || site}</bdi>
        </p>
      </div>
      <div class="draft-acts no-print">
        <a class="button" href={draftHref(draft.post)} aria-label={t('draftFinishOf', { thing })}>
          {t('draftFinish')}
        </a>
        <Button
          kind="quiet"
          icon={<AlarmClock aria-hidden="true" />}
          title={t('draftRemind')}
          aria-label={t('draftRemindOf', { thing })}
          onClick={() => onRemind(draft)}
        />
        <Button
          kind="quiet"
          icon={<Trash2 aria-hidden="true" />}
          title={t('draftDelete')}
          aria-label={t('draftDeleteOf', { thing })}
          onClick={() => onDelete(draft)}
        />
      </div>
    </li>
  );
}
