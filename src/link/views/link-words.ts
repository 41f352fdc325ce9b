import { startOfDay } from '../../activity/event.ts';
import { date } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import type { ShortLink } from '../tables.ts';

const DAY = 86_400_000;

/** What a link is called: its title, else where it leads. */
export function linkName({ title, target, address }: ShortLink): string {
  if (title) return title;
  const url = target || address;
  return URL.canParse(url) ? new URL(url).host : url;
}

/** A link's address without its scheme, as people read it out. */
export const bareAddress = (address: string): string => address.replace(/^https?:\/\//, '');

/** How a link stands, where that is anything but that it leads somewhere; empty otherwise. */
export function stateWords({ until, paused, asked, from }: ShortLink, now: number): string {
  if (from === 'file') return t('linkImported');
  if (paused) return t('linkPaused');
  if (until > 0 && until <= now) return t('linkEnded', { day: date(until - 1, current.value.language) });
  if (asked) return t('linkWaits');
  return until > 0 ? t('linkEnds', { day: date(until - 1, current.value.language) }) : '';
}

/** The day on which a link was made. Of a file it is a day without a clock, and the same one everywhere. */
export function madeOn({ at, from }: ShortLink): string {
  const moment = from === 'file' ? startOfDay(Math.floor(at / DAY)) : at;
  return date(moment, current.value.language);
}
