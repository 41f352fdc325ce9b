import { t } from '../../../i18n/language.ts';
import type { PlainKey } from '../../../i18n/translate.ts';
import type { Event, EventType } from '../../event.ts';

const TYPE_KEYS: Record<EventType, PlainKey> = {
  prepared: 'mePreparedName',
  opened: 'meOpenedName',
  captured: 'activityCaptured',
  looked: 'activityLooked',
  clicked: 'meClickedName',
  converted: 'meConvertedName',
};

/** What happened, in a word. */
export function typeWords(type: EventType): string {
  return t(TYPE_KEYS[type]);
}

/** The thing an event is about, by the words that it is recognised by. Never empty. */
export function thingOf(event: Event): string {
  const title = event.title.replace(/\s+/gu, ' ').trim();
  return title || event.place || event.post || t('activityUntitled');
}

/** The same, short enough for a message. */
export function thingInShort(event: Event): string {
  const thing = [...thingOf(event)];
  return thing.length > 40 ? `${thing.slice(0, 38).join('')}…` : thing.join('');
}
