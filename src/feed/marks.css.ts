import type { Look } from '../sites/recipe.ts';
import type { Shown } from './button-choice.ts';
import { BOOKMARK, BOOKMARKED, KNOT, placed } from './icons.ts';

/** Surroundings of a pair: colour of the site's icons, whether the ground is dark, and direction of the row. */
export interface Ground {
  readonly ink: string;
  readonly dark: boolean;
  readonly rtl: boolean;
}

export const LIGHT = ['#c2371f', '#27497a'] as const;
export const DARK = ['#ff8069', '#9dbcf0'] as const;
/** Hover state, set by us, since nothing inside a pair receives pointer events (see buttons.css.ts). */
export const POINTED = '[data-at]';
export const ACTIVE = `:is(${POINTED},:focus-visible,[data-on])`;

const clip = (...paths: string[]) => `clip-path:path(evenodd,"${paths.join('')}")`;
const boxCss = (width: number, height: number, back: number) =>
  `display:block;pointer-events:none;inline-size:${width}px;block-size:${height}px;margin-inline-start:${-back}px`;

/** Both icons in one box behind the second button, which covers both and passes presses through. */
function pairShapes(
  { icon, box, gap }: Look,
  rtl: boolean,
): { box: string; resting: string; filled: string } {
  const inset = (box - icon) / 2;
  const far = box + gap + inset;
  const knot = placed(KNOT, icon, rtl ? far : inset, inset);
  const mark = (path: string) => placed(path, icon, rtl ? inset : far, inset);
  const width = box * 2 + gap;
  return {
    box: boxCss(width, box, width + gap),
    resting: clip(knot, mark(BOOKMARK)),
    filled: clip(knot, mark(BOOKMARKED)),
  };
}

/** Icons of an untouched pair without marks. */
export function restingMarks(look: Look, { ink, rtl }: Ground): string {
  const { box, resting } = pairShapes(look, rtl);
  return `${box};background:${ink};${resting}`;
}

/**
 * Colours of both icons by what is active. Not custom properties: a page can register one and so give it a
 * value here.
 */
function pairInk(before: string, ink: string, [shu, ai]: readonly [string, string], rtl: boolean): string {
  const halves = (share: string, keep: string) =>
    `{background:linear-gradient(to ${rtl ? 'left' : 'right'},${share} 50%,${keep} 0)}`;
  const share = `${before}button${ACTIVE}+button`;
  return `
${before}i{background:${ink}}
${share}+i${halves(shu, ink)}
${before}button+button${ACTIVE}+i${halves(ink, ai)}
${share}${ACTIVE}+i${halves(shu, ai)}`;
}

function pairCss(look: Look, { ink, dark, rtl }: Ground): string {
  const { box, resting, filled } = pairShapes(look, rtl);
  return `
i{${box};background:${ink};${resting}}${pairInk('', ink, dark ? DARK : LIGHT, rtl)}
button+button[data-on]+i{${filled}}
@media (forced-colors:active){i{forced-color-adjust:none}${pairInk('', 'ButtonText', ['Highlight', 'Highlight'], rtl)}}`;
}

const oneInk = (before: string, ink: string, active: string, here: string) =>
  `${before}i{background:${ink}}${before}button:${here}-of-type${ACTIVE}~i{background:${active}}`;

/** A single icon, where the person wants only one button on this site. */
function oneCss({ icon, box, gap }: Look, { ink, dark }: Ground, shown: 'share' | 'keep'): string {
  const inset = (box - icon) / 2;
  const own = (path: string) => clip(placed(path, icon, inset, inset));
  const [gone, here] = shown === 'share' ? ['last', 'first'] : ['first', 'last'];
  const active = (dark ? DARK : LIGHT)[shown === 'share' ? 0 : 1];
  return `
:host{inline-size:${box}px!important}
button:${gone}-of-type{display:none}
i{${boxCss(box, box, box + gap)};${own(shown === 'share' ? KNOT : BOOKMARK)}}
${oneInk('', ink, active, here)}
${shown === 'keep' ? `button[data-on]~i{${own(BOOKMARKED)}}` : ''}
@media (forced-colors:active){i{forced-color-adjust:none}${oneInk('', 'ButtonText', 'Highlight', here)}}`;
}

/**
 * Draws the icons as a box clipped to a path: an image is blocked by the CSP of some pages. One box for both,
 * because every clip is compositor state: measured over 2,000 posts, each costs 1 to 2 % of the page's
 * main-thread time. Gradients of the same shapes cost four times as much to paint. An element and not
 * `::before`, which would add a box within the button and cannot have an inline style.
 */
export const marksCss = (look: Look, ground: Ground, shown: Shown): string =>
  `${shown === 'share' || shown === 'keep' ? oneCss(look, ground, shown) : pairCss(look, ground)}
button[aria-busy=true]~i{opacity:.55}`;

/** The same over a picture, with colours of its own. */
export const marksOverCss = (host: string, shown: Shown, rtl: boolean): string =>
  shown === 'share' || shown === 'keep'
    ? oneInk(`${host} `, '#fff', DARK[shown === 'share' ? 0 : 1], shown === 'share' ? 'first' : 'last')
    : pairInk(`${host} `, '#fff', DARK, rtl);
