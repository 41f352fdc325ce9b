import type { Look } from '../sites/recipe.ts';
import { BOOKMARK, KEPT, KNOT, placed } from './icons.ts';
import type { Shown } from './shown.ts';

/** What a pair stands on: the colour of the site's own icons, how light the ground is, and which way the row runs. */
export interface Ground {
  readonly ink: string;
  readonly dark: boolean;
  readonly rtl: boolean;
}

export const LIGHT = ['#c2371f', '#27497a'] as const;
export const DARK = ['#ff8069', '#9dbcf0'] as const;
export const ACTIVE = ':is(:hover,:focus-visible,[aria-pressed=true])';
/** The one box that is drawn. */
const BOTH = 'button+button::before';

const clip = (...paths: string[]) => `clip-path:path(evenodd,"${paths.join('')}")`;

/** Both icons in one box of the second button, which lies over the first too and lets every press through. */
function pairCss({ icon, box, gap }: Look, { ink, dark, rtl }: Ground): string {
  const [shu, ai] = dark ? DARK : LIGHT;
  const inset = (box - icon) / 2;
  const far = box + gap + inset;
  const knot = placed(KNOT, icon, rtl ? far : inset, inset);
  const mark = (path: string) => placed(path, icon, rtl ? inset : far, inset);
  const halves = `background:linear-gradient(to ${rtl ? 'left' : 'right'},var(--s,var(--i,${ink})) 50%,var(--k,var(--i,${ink})) 0)`;
  return `
${BOTH}{content:"";display:block;pointer-events:none;inline-size:${box * 2 + gap}px;block-size:${box}px;margin-inline-start:${-box - gap}px;background:currentColor;${clip(knot, mark(BOOKMARK))}}
button${ACTIVE}+button::before{--s:${shu};${halves}}
button+button${ACTIVE}::before{--k:${ai};${halves}}
button+button[aria-pressed=true]::before{${clip(knot, mark(KEPT))}}
button[aria-busy=true]+button::before,button+button[aria-busy=true]::before{opacity:.55}
@media (forced-colors:active){${BOTH}{forced-color-adjust:none;--i:ButtonText;background:ButtonText}button${ACTIVE}+button::before{--s:Highlight}button+button${ACTIVE}::before{--k:Highlight}}`;
}

/** One icon alone, where the person wants only one of the buttons on this site. */
function oneCss({ icon, box }: Look, shown: 'share' | 'keep'): string {
  const inset = (box - icon) / 2;
  const own = (path: string) => clip(placed(path, icon, inset, inset));
  const [gone, here] = shown === 'share' ? ['last', 'first'] : ['first', 'last'];
  return `
:host{inline-size:${box}px!important}
button:${gone}-of-type{display:none}
button:${here}-of-type::before{content:"";display:block;inline-size:${box}px;block-size:${box}px;background:currentColor;${own(shown === 'share' ? KNOT : BOOKMARK)}}
${shown === 'keep' ? `button[aria-pressed=true]::before{${own(KEPT)}}` : ''}
button[aria-busy=true]{opacity:.55}
@media (forced-colors:active){button::before{forced-color-adjust:none;background:ButtonText}button${ACTIVE}::before{background:Highlight}}`;
}

/**
 * What draws the icons. A box clipped to a path, because a shape that is an image is lost under the CSP of some pages,
 * and one for both, because every clip is a state of its own to the compositor: measured over 2,000 posts, each costs
 * 1 to 2 % of the page's main-thread time. Gradients that draw the same shapes cost four times as much to paint.
 */
export const marksCss = (look: Look, ground: Ground, shown: Shown): string =>
  shown === 'share' || shown === 'keep' ? oneCss(look, shown) : pairCss(look, ground);

/** The same over a picture, where a pair has colours of its own. */
export const marksOverCss = (host: string): string => `
${host} ${BOTH}{--i:#fff}
${host} button${ACTIVE}+button::before{--s:${DARK[0]}}
${host} button+button${ACTIVE}::before{--k:${DARK[1]}}`;
