import { t } from '../../i18n/language.ts';
import type { Draft } from '../../share/tables.ts';
import type { MomentWords } from '../../ui/moment-choice.tsx';

/** Host and path of an address: the label of a draft of an older version. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname } = new URL(url);
  return `${host}${pathname === '/' ? '' : pathname}`;
}

/** A draft's label: the post's title, else the start of its text, else its place. */
export function thingOf({ read, target }: Pick<Draft, 'read' | 'target'>): string {
  return (read?.title || read?.text || placeOf(read?.url ?? target)).slice(0, 140);
}

/** The address of a draft in the companion. */
export function draftHref(post: string): string {
  return `#/drafts/${encodeURIComponent(post.toWellFormed())}`;
}

/** The texts of the moment picker. */
export function momentWords(): MomentWords {
  return {
    quick: { evening: t('laterEvening'), morning: t('laterMorning'), monday: t('laterMonday') },
    none: t('laterNone'),
    own: t('laterOwn'),
    set: t('laterSet'),
    past: t('laterPast'),
    far: t('laterFar'),
  };
}
