import type { Look } from '../sites/recipe.ts';
import type { Shown } from './button-choice.ts';
import { buttonsCss, type Resting, resting, type Wear } from './buttons.css.ts';
import { shadowOf } from './closed-shadow.ts';
import type { Ground } from './marks.css.ts';
import { MARK } from './own-markers.ts';
import { inkOf, isDark } from './page-theme.ts';
import { Guard } from './style-guard.ts';

/** A button of a pair. */
export type Side = 'share' | 'keep';

/** A mounted pair. Its buttons are looked up when they are needed: most pairs are scrolled past untouched. */
export class Mounted {
  readonly root: Element;
  readonly host: HTMLElement;
  /** Key of the post that the card shows now; empty where it could not be read, or has not mattered yet. */
  key = '';
  /** What the buttons show: 1 shared, 2 kept. */
  bits = 0;
  /** How often the page threw our buttons out of this card. */
  thrown = 0;
  /** They were thrown out too often, and come back once a while has passed. */
  resting = false;
  /** What they were cloned from, or look like since. */
  pattern: HTMLElement;
  /** Whose post the buttons name; empty where they name none. */
  author = '';
  /** They wear the sheet, and rest no more. */
  wears = false;
  private inside: ShadowRoot | null = null;

  constructor(root: Element, host: HTMLElement, pattern: HTMLElement) {
    this.root = root;
    this.host = host;
    this.pattern = pattern;
  }

  get share(): HTMLElement {
    return this.child(0);
  }

  get keep(): HTMLElement {
    return this.child(1);
  }

  /** Null where it is out of reach: the extension was replaced under this page. */
  get shadow(): ShadowRoot | null {
    this.inside ??= shadowOf(this.host);
    return this.inside;
  }

  private child(index: number): HTMLElement {
    const button = this.shadow?.children[index];
    return button instanceof HTMLElement ? button : this.host;
  }
}

export interface Names {
  readonly share: string;
  readonly keep: string;
  /** The same with the author named: `{author}`. */
  readonly shareOf?: string;
  readonly keepOf?: string;
  /** What is said of a post that was shared, or is kept. */
  readonly shared?: string;
  readonly bookmarked?: string;
  /** Which of them are wanted on this site; both where it is not said. */
  readonly shown?: Shown | undefined;
}

function button(name: string, style: string | undefined): HTMLButtonElement {
  const element = document.createElement('button');
  element.ariaLabel = name;
  return styled(element, style);
}

/** A second press does not undo it, so that it is no toggle: said as a description. */
function state(button: HTMLElement, on: boolean, words: string): void {
  button.toggleAttribute('data-on', on);
  button.ariaDescription = on && words ? words : null;
}

/** By the object model: a `style` attribute that is written is refused under the CSP of some pages. */
function styled<E extends HTMLElement>(element: E, style: string | undefined): E {
  if (style) element.style.cssText = style;
  return element;
}

/** One prepared pair to be cloned: building the pair anew for each post costs twice as much. */
function template(names: Names, look: Resting | null): HTMLElement {
  const host = styled(document.createElement('div'), look?.host);
  host.setAttribute(MARK, '');
  // Its title is for who points at it: a screen reader has the buttons' own names.
  host.role = 'none';
  const shadow = host.attachShadow({ mode: 'closed', clonable: true });
  const icons = styled(document.createElement('i'), look?.icons);
  shadow.append(button(names.share, look?.button), button(names.keep, look?.button), icons);
  return host;
}

/** By the object model too; and no attribute is left where there is nothing to say. */
function restyle(host: HTMLElement, style: string | undefined): void {
  if (style) host.style.cssText = style;
  else host.removeAttribute('style');
}

/**
 * Makes pairs of buttons and keeps their colours with the page's. A pair rests until somebody points at it or it has
 * something to show; from then on it wears the one sheet.
 */
export class Buttons {
  private readonly sheet = new CSSStyleSheet();
  private readonly sheets = [this.sheet];
  private pattern: HTMLElement;
  private names: Names;
  private readonly look: Look;
  private readonly over: boolean;
  private readonly mounted: () => Iterable<Mounted>;
  private readonly shown: Shown;
  private readonly guard = new Guard();
  private ground: Ground;
  private dressed = '';
  /** The person's own colours are forced: only rules can say it. */
  private forced = false;
  /** How a pair looks that rests. Null: what is cloned wears the sheet at once. */
  private resting: Resting | null = null;
  /** Whether this browser clones shadow roots. */
  private readonly clones: boolean;

  /** `over`: some pairs of this site lie over a picture. `mounted`: those that stand in the page. */
  constructor(look: Look, names: Names, over = false, mounted: () => Iterable<Mounted> = () => []) {
    this.look = look;
    this.mounted = mounted;
    this.over = over;
    this.shown = names.shown ?? 'both';
    this.ground = { ink: 'currentColor', dark: false, rtl: document.dir === 'rtl' };
    this.names = names;
    this.pattern = this.patterned();
    this.clones = shadowOf(this.pattern.cloneNode(true) as HTMLElement) !== null;
    this.wear();
  }

  private get isPlain(): boolean {
    return this.resting === null;
  }

  /** A new pair, not in the page yet. Null where this browser does not clone shadow roots. */
  make(root: Element): Mounted | null {
    if (!this.clones) return null;
    const mounted = new Mounted(root, this.pattern.cloneNode(true) as HTMLElement, this.pattern);
    if (this.isPlain) this.rouse(mounted);
    return mounted;
  }

  /**
   * Puts the sheet on a pair that rests: it is pointed at or in focus, has something to show, or its page has changed.
   * Its host stays as it is, to the letter: by that a page would know which posts were kept.
   */
  rouse(mounted: Mounted): void {
    const { shadow } = mounted;
    if (mounted.wears || !shadow) return;
    mounted.wears = true;
    shadow.adoptedStyleSheets = this.sheets;
    for (const element of shadow.children) element.removeAttribute('style');
  }

  /** Gives a pair the looks of this moment, whatever it shows. */
  private refit(mounted: Mounted): void {
    this.rouse(mounted);
    mounted.pattern = this.pattern;
    restyle(mounted.host, this.resting?.host);
  }

  /** Refits a pair that was out of the page while the looks changed. */
  renew(mounted: Mounted): void {
    if (mounted.pattern !== this.pattern) this.refit(mounted);
  }

  /** Shows which button is pointed at, if one is, and says what it does. */
  point(mounted: Mounted, side: Side | null): void {
    if (side) this.rouse(mounted);
    for (const one of ['share', 'keep'] as const) mounted[one].toggleAttribute('data-at', one === side);
    if (side) mounted.host.title = this.names[side];
    else mounted.host.removeAttribute('title');
  }

  /**
   * The button that an event is meant for: by where the pointer is, since it meets the host alone, else the one that has
   * the focus.
   */
  sideOf({ host, shadow }: Mounted, event: Event | null): Side | null {
    if (this.shown !== 'both') return this.shown === 'none' ? null : this.shown;
    const focused = shadow?.activeElement;
    if (focused && !(event instanceof MouseEvent && (event.detail > 0 || event.type !== 'click')))
      return focused === shadow.children[0] ? 'share' : 'keep';
    if (!(event instanceof MouseEvent)) return null;
    const { left, right } = host.getBoundingClientRect();
    const isFirst = event.clientX < (left + right) / 2;
    return isFirst === (getComputedStyle(host).direction !== 'rtl') ? 'share' : 'keep';
  }

  /** How large a pair is made, px. */
  get size(): { readonly width: number; readonly height: number } {
    const { box, gap } = this.look;
    return { width: this.shown === 'both' ? box * 2 + gap : box, height: box };
  }

  /** Shows whether the post was shared and kept: two bits, 1 shared, 2 kept. */
  show(mounted: Mounted, bits: number): void {
    if (mounted.bits === bits) return;
    this.rouse(mounted);
    mounted.bits = bits;
    const { shared = '', bookmarked = '' } = this.names;
    state(mounted.share, (bits & 1) !== 0, shared);
    state(mounted.keep, (bits & 2) !== 0, bookmarked);
  }

  /** Takes the page's colours. Reads computed styles: call once after mounting, not once a post. */
  dress(root: Element): void {
    const dark = isDark(root);
    const rtl = getComputedStyle(root).direction === 'rtl';
    this.ground = { ink: inkOf(root, this.look.like, dark), dark, rtl };
    this.wear();
  }

  /** Lays the guard down, or takes it up, by how the page's rules treat this pair. Reads computed styles. */
  check({ host }: Mounted): void {
    // Over a picture a pair has a place and a ground of its own, so that two of them do not compare.
    if (!this.over) this.guard.check(host, () => this.wear());
  }

  /** Writes the looks of this moment. Pairs that rest in an older look are roused. */
  private wear(): void {
    const css = buttonsCss(this.look, this.ground, this.wearing);
    const forced = matchMedia('(forced-colors:active)').matches;
    if (css === this.dressed && forced === this.forced) return;
    this.dressed = css;
    this.forced = forced;
    this.sheet.replaceSync(css);
    this.pattern = this.patterned();
    for (const mounted of this.mounted()) this.refit(mounted);
  }

  private get wearing(): Wear {
    return { shown: this.shown, over: this.over, guarded: this.guard.up };
  }

  private patterned(): HTMLElement {
    this.resting = this.forced ? null : resting(this.look, this.ground, this.wearing);
    return template(this.names, this.resting);
  }

  /** Names a pair's buttons by whose post it is; by what they do alone where that is empty. */
  call(mounted: Mounted, author: string): void {
    const { share, keep, shareOf = share, keepOf = keep } = this.names;
    mounted.author = author;
    mounted.share.ariaLabel = author ? shareOf.replace('{author}', () => author) : share;
    mounted.keep.ariaLabel = author ? keepOf.replace('{author}', () => author) : keep;
  }

  /** Names in another language, for pairs to come. */
  rename(names: Names): void {
    this.names = names;
    this.pattern = this.patterned();
  }
}
