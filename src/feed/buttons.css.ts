import type { Look } from '../sites/recipe.ts';
import type { Shown } from './button-choice.ts';
import {
  ACTIVE,
  DARK,
  type Ground,
  LIGHT,
  marksCss,
  marksOverCss,
  POINTED,
  restingMarks,
} from './marks.css.ts';
import { UNTOUCHED } from './style-guard.ts';

/**
 * A pair over a picture: in the flow after it and moved up by its own height, so that it needs no positioned
 * ancestor; on a dark ground, since the picture can have any colour.
 */
function overCss(box: number, shown: Shown, rtl: boolean): string {
  const host = ':host([data-musubi=over])';
  return `
${host}{display:flex!important;position:relative!important;z-index:2!important;margin-block:${-box - 6}px 6px!important;margin-inline:auto 6px!important;border-radius:${box}px!important;background:rgb(0 0 0/.6)!important}
${host} button:not(${ACTIVE}){color:#fff}
${host} button${ACTIVE}{color:${DARK[0]}}
${host} button+button${ACTIVE}{color:${DARK[1]}}${marksOverCss(host, shown, rtl)}`;
}

/** What a stylesheet depends on, beside the site's look. */
export interface Wear {
  readonly shown?: Shown | undefined;
  /** Some pairs of the site are over a picture. */
  readonly over?: boolean | undefined;
  /** The page's rules reach the host, so every harmful property is set explicitly. */
  readonly guarded?: boolean | undefined;
}

function hostRules({ box, gap, start = 8, raised }: Look, { rtl }: Ground, guarded: boolean): string {
  const host = {
    ...(guarded ? UNTOUCHED : {}),
    display: 'inline-flex',
    flex: 'none',
    'align-items': 'center',
    'vertical-align': 'middle',
    // Set, so that the buttons always match the icons drawn for them.
    direction: rtl ? 'rtl' : 'ltr',
    cursor: 'pointer',
    'user-select': 'none',
    ...(raised ? { position: 'relative', 'z-index': '1' } : {}),
    gap: `${gap}px`,
    'margin-inline-start': `${start}px`,
    // Fixed: a grid would measure the row again and again.
    'inline-size': `${box * 2 + gap}px`,
    'block-size': `${box}px`,
  };
  return Object.entries(host)
    .map(([name, value]) => `${name}:${value}!important`)
    .join(';');
}

/**
 * Only the host receives pointer events, even with a closed root: Firefox exposes the innermost node of every
 * event (`originalTarget`, `explicitOriginalTarget`, `rangeParent`), and from there everything around it.
 */
const buttonRules = ({ box }: Look, { ink }: Ground): string =>
  `appearance:none;box-sizing:border-box;display:block;margin:0;border:0;padding:0;inline-size:${box}px;block-size:${box}px;background:none;color:${ink};pointer-events:none`;

/** Values for the `style` attribute of each part of a pair. */
export interface Resting {
  readonly host: string;
  readonly button: string;
  readonly icons: string;
}

/**
 * Style of an untouched pair without marks, as inline styles: that costs no style scope for each post. Traced
 * over 2,000 posts: a stylesheet in each added 6.5 % to the page's main-thread time, this 2.5 %. Null where
 * only the sheet can express it.
 */
export function resting(
  look: Look,
  ground: Ground,
  { shown = 'both', guarded = true }: Wear,
): Resting | null {
  if (shown !== 'both') return null;
  return {
    host: hostRules(look, ground, guarded),
    button: buttonRules(look, ground),
    icons: restingMarks(look, ground),
  };
}

/**
 * The one stylesheet of the buttons, in px: pages set their root font to 10 px or 62.5 %. `!important` on the
 * host outranks the page's, since important rules of an inner tree win (CSS Scoping 1, section 3.3).
 *
 * Each declaration costs time for every post. Measured over 2,000 posts: custom properties for colours, `all:
 * initial` and `all: unset`, a transition at rest and a layer for each pair took 4 % of the page's main-thread
 * time. So colours are literal, harmful properties are reset only where the page sets them (`style-guard.ts`),
 * and a pair is raised only where a site needs it.
 */
export function buttonsCss(look: Look, ground: Ground, wear: Wear = {}): string {
  const { shown = 'both', over = false, guarded = true } = wear;
  const [shu, ai] = ground.dark ? DARK : LIGHT;
  return `:host{${hostRules(look, ground, guarded)}}
button{${buttonRules(look, ground)}}
button:is(${POINTED},:focus-visible){border-radius:50%;color:${shu};background:color-mix(in srgb,${shu} 12%,transparent);transition:background-color .15s}
button+button:is(${POINTED},:focus-visible){color:${ai};background:color-mix(in srgb,${ai} 12%,transparent)}
button:focus-visible{outline:2px solid currentColor;outline-offset:-2px}
button[data-on]{color:${shu}}
button+button[data-on]{color:${ai}}
@media (prefers-reduced-motion:reduce){button:is(${POINTED},:focus-visible){transition:none}}${marksCss(look, ground, shown)}${over ? overCss(look.box, shown, ground.rtl) : ''}`;
}
