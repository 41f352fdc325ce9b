import type { Look } from '../sites/recipe.ts';
import { ACTIVE, DARK, type Ground, LIGHT, marksCss, marksOverCss } from './marks.css.ts';
import type { Shown } from './shown.ts';

/** All by which a page's rules could hide, move or distort the host; each of them is set so that none can. */
const UNTOUCHED = {
  display: 'inline-flex',
  flex: 'none',
  'align-items': 'center',
  'align-self': 'auto',
  order: '0',
  float: 'none',
  inset: 'auto',
  margin: '0',
  border: '0',
  padding: '0',
  background: 'none',
  'box-shadow': 'none',
  outline: '0',
  'min-inline-size': '0',
  'min-block-size': '0',
  'max-inline-size': 'none',
  'max-block-size': 'none',
  overflow: 'visible',
  'vertical-align': 'middle',
  visibility: 'visible',
  'pointer-events': 'auto',
  opacity: '1',
  transform: 'none',
  translate: 'none',
  scale: 'none',
  rotate: 'none',
  zoom: '1',
  filter: 'none',
  'backdrop-filter': 'none',
  clip: 'auto',
  'clip-path': 'none',
  mask: 'none',
  'mix-blend-mode': 'normal',
  perspective: 'none',
  contain: 'none',
  'content-visibility': 'visible',
  animation: 'none',
  transition: 'none',
  'user-select': 'none',
};

/**
 * A pair over a picture: in the flow behind it, drawn up by its own height, so that it needs no positioned ancestor;
 * on a dark ground of its own, since any picture may lie below.
 */
function overCss(box: number): string {
  const host = ':host([data-musubi=over])';
  return `
${host}{display:flex!important;position:relative!important;z-index:2!important;margin-block:${-box - 6}px 6px!important;margin-inline:auto 6px!important;border-radius:${box}px!important;background:rgb(0 0 0/.6)!important}
${host} button:not(${ACTIVE}){color:#fff}
${host} button${ACTIVE}{color:${DARK[0]}}
${host} button+button${ACTIVE}{color:${DARK[1]}}${marksOverCss(host)}`;
}

/**
 * The buttons' one sheet, in px: pages set their root font to 10 px or 62.5 %. `!important` on the host outranks
 * the page's `!important`, since important rules of the inner tree win (CSS Scoping 1, section 3.3).
 *
 * Each declaration here is paid for with every post that appears. Measured over 2,000 posts: colours by custom
 * properties, `all: initial` and `all: unset`, a transition at rest and a layer of its own for each pair took 4 % of
 * the page's main-thread time; so the colours are written in, what could harm is named, and a pair is raised only
 * where a site needs it.
 */
export function buttonsCss(look: Look, ground: Ground, shown: Shown = 'both', over = false): string {
  const { box, gap, start = 8, raised } = look;
  const [shu, ai] = ground.dark ? DARK : LIGHT;
  const host = {
    ...UNTOUCHED,
    // Said, so that the buttons always stand under the icons drawn for them.
    direction: ground.rtl ? 'rtl' : 'ltr',
    position: raised ? 'relative' : 'static',
    'z-index': raised ? '1' : 'auto',
    gap: `${gap}px`,
    'margin-inline-start': `${start}px`,
    // Said, not found out: a row in a grid asks for its widths again and again.
    'inline-size': `${box * 2 + gap}px`,
    'block-size': `${box}px`,
  };
  const rules = Object.entries(host).map(([name, value]) => `${name}:${value}!important`);
  return `:host{${rules.join(';')}}
button{appearance:none;box-sizing:border-box;display:block;margin:0;border:0;padding:0;inline-size:${box}px;block-size:${box}px;background:none;color:${ground.ink};cursor:pointer}
button:hover,button:focus-visible{border-radius:50%;color:${shu};background:color-mix(in srgb,${shu} 12%,transparent);transition:background-color .15s}
button+button:is(:hover,:focus-visible){color:${ai};background:color-mix(in srgb,${ai} 12%,transparent)}
button:focus-visible{outline:2px solid currentColor;outline-offset:-2px}
button[aria-pressed=true]{color:${shu}}
button+button[aria-pressed=true]{color:${ai}}
@media (prefers-reduced-motion:reduce){button:hover,button:focus-visible{transition:none}}${marksCss(look, ground, shown)}${over ? overCss(box) : ''}`;
}
