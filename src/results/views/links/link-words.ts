import type { ShortLink } from '../../../click/tables.ts';
import { date } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';

/** What a link is called: its title, else where it leads. */
export function linkName({ title, target, address }: ShortLink): string {
  if (title) return title;
  const url = target || address;
  return URL.canParse(url) ? new URL(url).host : url;
}

/** How a link stands, where that is anything but that it leads somewhere; empty otherwise. */
export function stateWords({ until, paused, asked, from }: ShortLink, now: number): string {
  if (from === 'file') return t('linkImported');
  if (paused) return t('linkPaused');
  if (until > 0 && until <= now) return t('linkEnded', { day: date(until - 1, current.value.language) });
  if (asked) return t('linkWaits');
  return until > 0 ? t('linkEnds', { day: date(until - 1, current.value.language) }) : '';
}
