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
const at = (path: string) => `d:path("${path}")`;

/** A picture that lets every press through, in px of its own box. */
const picture = (width: number, height: number) =>
  `svg{display:block;overflow:visible;pointer-events:none;inline-size:${width}px;block-size:${height}px;fill-rule:evenodd}`;

/** Both icons in one picture of the second button, which lies over the first too. */
function pairCss({ icon, box, gap }: Look, { ink, dark, rtl }: Ground): string {
  const [shu, ai] = dark ? DARK : LIGHT;
  const inset = (box - icon) / 2;
  const far = box + gap + inset;
  const mark = (path: string) => at(placed(path, icon, rtl ? inset : far, inset));
  return `
${picture(box * 2 + gap, box)}
svg{margin-inline-start:${-box - gap}px}
path{fill:${ink};${at(placed(KNOT, icon, rtl ? far : inset, inset))}}
path+path{${mark(BOOKMARK)}}
button${ACTIVE}+button path:first-child{fill:${shu}}
button+button${ACTIVE} path+path{fill:${ai}}
button+button[aria-pressed=true] path+path{${mark(KEPT)}}
button[aria-busy=true]+button path:first-child,button+button[aria-busy=true] path+path{opacity:.55}
@media (forced-colors:active){svg{forced-color-adjust:none}path{fill:ButtonText}button${ACTIVE}+button path:first-child,button+button${ACTIVE} path+path{fill:Highlight}}`;
}

/** One icon alone, where the person wants only one of the buttons on this site. */
function oneCss({ icon, box }: Look, shown: 'share' | 'keep'): string {
  const inset = (box - icon) / 2;
  const own = (path: string) => at(placed(path, icon, inset, inset));
  return `
:host{inline-size:${box}px!important}
button:${shown === 'share' ? 'last' : 'first'}-of-type{display:none}
${picture(box, box)}
path{fill:currentColor;${own(shown === 'share' ? KNOT : BOOKMARK)}}
${shown === 'keep' ? `button[aria-pressed=true] path{${own(KEPT)}}` : ''}
button[aria-busy=true]{opacity:.55}
@media (forced-colors:active){svg{forced-color-adjust:none}path{fill:ButtonText}button${ACTIVE} path{fill:Highlight}}`;
}

/**
 * What draws the icons: one inline picture a pair, its paths said here. An image is lost under the CSP of some pages; a
 * box clipped to a path has a clip of its own for the compositor to keep: measured over 2,000 posts, 1 to 2.5 % of the
 * page's main-thread time more than this. Gradients that draw the same shapes cost four times as much to paint as the clip.
 */
export const marksCss = (look: Look, ground: Ground, shown: Shown): string =>
  shown === 'share' || shown === 'keep' ? oneCss(look, shown) : pairCss(look, ground);

/** The same over a picture, where a pair has colours of its own. */
export const marksOverCss = (host: string): string => `
${host} path{fill:#fff}
${host} button${ACTIVE}+button path:first-child{fill:${DARK[0]}}
${host} button+button${ACTIVE} path+path{fill:${DARK[1]}}`;
