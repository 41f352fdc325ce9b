import type { Look } from '../sites/recipe.ts';
import { BOOKMARK, KEPT, KNOT, scaled } from './icons.ts';

/**
 * The buttons' own sheet, in px: pages set their root font to 10 px or 62.5 %. `!important` on the host outranks
 * the page's `!important`, since important rules of the inner tree win (CSS Scoping 1, section 3.3). Raised by one: Reddit lays a link over the whole card.
 */
export function buttonsCss({ icon, box, gap, start = 8 }: Look): string {
  const path = (shape: string) => `path(evenodd,"${scaled(shape, icon)}")`;
  return `:host{all:initial!important;position:relative!important;z-index:1!important;display:inline-flex!important;flex:none!important;align-items:center!important;gap:${gap}px!important;margin-inline-start:${start}px!important;pointer-events:auto!important;visibility:visible!important;vertical-align:middle!important}
button{all:unset;box-sizing:border-box;display:block;padding:${(box - icon) / 2}px;inline-size:${box}px;block-size:${box}px;border-radius:50%;color:var(--ink);cursor:pointer;transition:background-color .15s,color .15s}
button::before{content:"";display:block;inline-size:${icon}px;block-size:${icon}px;background:currentColor;clip-path:${path(KNOT)}}
button+button::before{clip-path:${path(BOOKMARK)}}
button:hover,button:focus-visible{color:var(--shu);background:color-mix(in srgb,var(--shu) 12%,transparent)}
button+button:is(:hover,:focus-visible){color:var(--ai);background:color-mix(in srgb,var(--ai) 12%,transparent)}
button:focus-visible{outline:2px solid currentColor;outline-offset:-2px}
button[aria-pressed=true]{color:var(--shu)}
button+button[aria-pressed=true]{color:var(--ai)}
button+button[aria-pressed=true]::before{clip-path:${path(KEPT)}}
button[aria-busy=true]{opacity:.55}
@media (prefers-reduced-motion:reduce){button{transition:none}}
@media (forced-colors:active){button::before{forced-color-adjust:none;background:ButtonText}button[aria-pressed=true]::before{background:Highlight}}`;
}

/** The colours that follow the page: its own grey for the icons, ours for light or dark ground. */
export function themeCss(ink: string, dark: boolean): string {
  const [shu, ai] = dark ? ['#ff8069', '#9dbcf0'] : ['#c2371f', '#27497a'];
  return `:host{--ink:${ink};--shu:${shu};--ai:${ai}}`;
}
