import { SCREENS, type Screen, type State } from './screens.ts';

export const LANGUAGES = ['en', 'ja', 'zh-CN'] as const;
export type Language = (typeof LANGUAGES)[number];
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** A window of so many CSS px, drawn larger by `zoom`. */
export interface Window {
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
}
const windowOf = (width: number, height: number, zoom = 1): Window => ({ width, height, zoom });
/** The widths that every screen is drawn at. */
export const WINDOWS = [windowOf(360, 1400), windowOf(900, 1100), windowOf(1280, 1000)] as const;
const NARROW = WINDOWS[0];
const WIDE = WINDOWS[2];
/** At 200 % a window has half as many px: these are 1280 and 900 of them. */
const ZOOMED = [windowOf(640, 700, 2), windowOf(450, 700, 2)] as const;
/** Between a phone and a tablet, where captures turn from one form into another. */
const BETWEEN = windowOf(700, 1100);

/** One look at a screen: in a window, in one direction, in as many themes as are drawn. */
export interface Look {
  readonly window: Window;
  readonly dir: 'ltr' | 'rtl';
  readonly themes: readonly Theme[];
}

/** Everything that is looked at of one screen in one state and language, without showing it anew. */
export interface Visit {
  readonly screen: Screen;
  readonly state: State;
  readonly language: Language;
  readonly looks: readonly Look[];
}

const look = (window: Window, dir: Look['dir'] = 'ltr', themes: Look['themes'] = THEMES): Look => ({
  window,
  dir,
  themes,
});
/** Half in light and half in dark: neither changes where anything stands. */
const ONE = (n: number): Look['themes'] => [THEMES[n % 2 === 0 ? 0 : 1]];

function looksAt(screen: Screen, state: State, language: Language, n: number): Look[] {
  const isFull = state === 'full';
  const widths = WINDOWS.map((window) => look(window, 'ltr', isFull ? THEMES : ONE(n)));
  // What other languages do not change is looked at in one of them.
  if (language !== 'en') return widths;
  const between = screen.name.startsWith('captures') ? [look(BETWEEN, 'ltr', ONE(n))] : [];
  const zoomed = ZOOMED.map((window, i) => look(window, 'ltr', ONE(n + i)));
  const turned = [look(NARROW, 'rtl', ONE(n)), look(WIDE, 'rtl', ONE(n + 1))];
  return [...widths, ...between, ...zoomed, ...turned];
}

/** Every visit, language by language, and state by state within. */
export function wholePlan(screens: readonly Screen[] = SCREENS): Visit[] {
  return LANGUAGES.flatMap((language) =>
    screens.flatMap((screen, n) =>
      screen.states.map((state) => ({ screen, state, language, looks: looksAt(screen, state, language, n) })),
    ),
  );
}

/** Beside the narrowest window, in turn: what breaks in one of them mostly breaks in the narrowest, too. */
const OTHERS = [WIDE, WINDOWS[1], BETWEEN] as const;

/**
 * Enough to find nearly all of it in seconds, nothing drawn: each screen once in what it mostly shows, in one language of the
 * three and in two windows, and empty in one window. Which ones goes round from screen to screen.
 */
export function fastPlan(screens: readonly Screen[] = SCREENS): Visit[] {
  const visits = screens.flatMap((screen, n): Visit[] => {
    const [main, other] = screen.states.includes('full')
      ? (['full', 'empty'] as const)
      : (['empty'] as const);
    const language = LANGUAGES[n % 3] ?? 'en';
    const second = OTHERS[Math.floor(n / 3) % 3] ?? WIDE;
    const looks = [look(NARROW, 'ltr', []), look(second, 'ltr', [])];
    const empty = look(n % 2 === 0 ? second : NARROW, 'ltr', []);
    const hasOther = other !== undefined && screen.states.includes(other);
    return [
      { screen, state: main, language, looks },
      ...(hasOther
        ? [{ screen, state: other, language: LANGUAGES[(n + 1) % 3] ?? 'en', looks: [empty] }]
        : []),
    ];
  });
  return LANGUAGES.flatMap((language) => visits.filter((visit) => visit.language === language));
}
