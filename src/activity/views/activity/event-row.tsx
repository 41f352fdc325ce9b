import type { ComponentType } from 'preact';
import { age } from '../../../i18n/age.ts';
import { moment } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import {
  ArrowUpRight,
  BookmarkCheck,
  Copy,
  Eye,
  Link,
  MousePointerClick,
  Send,
  Target,
  Undo2,
} from '../../../ui/icon.ts';
import type { Event, EventType } from '../../event.ts';
import { type Names, siteOf } from '../../find.ts';
import { thingOf, typeWords } from './event-words.ts';

const ICONS: Record<EventType, ComponentType<{ 'aria-hidden': 'true' }>> = {
  prepared: Link,
  opened: Send,
  captured: BookmarkCheck,
  looked: Eye,
  clicked: MousePointerClick,
  converted: Target,
};

/** Actions on an event, passed in from above, since activity knows neither shares nor captures. */
export interface EventActions {
  readonly undo: (event: Event) => void;
  readonly copyLink: (event: Event) => void;
  readonly openPost: (event: Event) => void;
}
interface EventRowProps extends Names {
  event: Event;
  now: number;
  actions: EventActions;
}

function Actions({ event, actions }: { event: Event; actions: EventActions }) {
  const thing = thingOf(event);
  const shared = event.type === 'prepared' || event.type === 'opened';
  const one = (name: string, Icon: typeof Copy, run: (event: Event) => void) => (
    <Button
      kind="quiet"
      icon={<Icon aria-hidden="true" />}
      title={name}
      aria-label={t('activityActionOf', { name, thing })}
      onClick={() => run(event)}
    />
  );
  return (
    <span class="event-actions no-print">
      {event.post && one(t('activityOpenPost'), ArrowUpRight, actions.openPost)}
      {shared && one(t('activityCopyLink'), Copy, actions.copyLink)}
      {event.undone === 0 && one(t('uiUndo'), Undo2, actions.undo)}
    </span>
  );
}

/** One event: the thing itself first, then what was done with it, where, and when. */
export function EventRow({ event, now, actions, channelName, siteName }: EventRowProps) {
  const { language } = current.value;
  const Icon = ICONS[event.type];
  const undone = event.undone !== 0;
  const what = event.channel
    ? t('activityTypeTo', { type: typeWords(event.type), channel: channelName(event.channel) })
    : typeWords(event.type);
  return (
    <div class="row event" data-undone={undone ? '' : undefined}>
      <Icon aria-hidden="true" />
      <span class="event-thing one-line" dir="auto">
        {undone ? <s>{thingOf(event)}</s> : thingOf(event)}
      </span>
      <span class="event-about caption">
        <span class="event-what one-line">{undone ? t('activityUndoneType', { type: what }) : what}</span>
        <span class="event-site one-line">{siteName(siteOf(event))}</span>
        <time
          class="event-age"
          dateTime={new Date(event.at).toISOString()}
          title={moment(event.at, language)}
        >
          {age(event.at, now)}
        </time>
      </span>
      <Actions event={event} actions={actions} />
    </div>
  );
}
