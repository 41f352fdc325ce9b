import type { Look } from '../sites/recipe.ts';
import type { Shown } from './button-choice.ts';
import { buttonsCss, type Resting, resting, type Wear } from './buttons.css.ts';
import { shadowOf } from './closed-shadow.ts';
import type { Ground } from './marks.css.ts';
import { MARK } from './own-markers.ts';
import { inkOf, isDark } from './page-theme.ts';
import { StyleGuard } from './style-guard.ts';

/** A button of a pair. */
export type Side = 'share' | 'keep';

/** A mounted pair. Its buttons are looked up on demand, since most pairs are only scrolled past. */
export class Mounted {
  readonly root: Element;
  readonly host: HTMLElement;
  /** Key of the post that the card shows now; empty where it was not read or has not mattered yet. */
  key = '';
  /** What the buttons show: 1 shared, 2 captured. */
  bits = 0;
  /** How often the page removed our buttons from this card. */
  thrown = 0;
  /** They were removed too often and come back after a while. */
  resting = false;
  /** The template it was cloned from, or matches since. */
  pattern: HTMLElement;
  /** The author that the buttons name; empty for none. */
  author = '';
  /** The author was read since the card last changed. */
  isNamed = false;
  /** It has the full stylesheet. */
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

  /** Null where the extension was replaced under this page. */
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
  /** The same with the author's name: `{author}`. */
  readonly shareOf?: string;
  readonly keepOf?: string;
  /** Descriptions for a shared and a captured post. */
  readonly shared?: string;
  readonly saved?: string;
  /** Which buttons are wanted on this site; both where absent. */
  readonly shown?: Shown | undefined;
}

function button(name: string, style: string | undefined): HTMLButtonElement {
  const element = document.createElement('button');
  element.ariaLabel = name;
  return styled(element, style);
}

/** A second press does not undo it, so it is a description and not a toggle state. */
function state(button: HTMLElement, on: boolean, words: string): void {
  button.toggleAttribute('data-on', on);
  button.ariaDescription = on && words ? words : null;
}

/** Through the CSSOM: some pages' CSP refuses `style` attributes in markup. */
function styled<E extends HTMLElement>(element: E, style: string | undefined): E {
  if (style) element.style.cssText = style;
  return element;
}

/** A template pair for cloning: building each pair from scratch costs twice as much. */
function template(names: Names, look: Resting | null): HTMLElement {
  const host = styled(document.createElement('div'), look?.host);
  host.setAttribute(MARK, '');
  // Its title is only a tooltip: the buttons have their own accessible names.
  host.role = 'none';
  const shadow = host.attachShadow({ mode: 'closed', clonable: true });
  const icons = styled(document.createElement('i'), look?.icons);
  shadow.append(button(names.share, look?.button), button(names.keep, look?.button), icons);
  return host;
}

/** Through the CSSOM too; leaves no empty attribute. */
function restyle(host: HTMLElement, style: string | undefined): void {
  if (style) host.style.cssText = style;
  else host.removeAttribute('style');
}

/**
 * Creates pairs of buttons and keeps their colours in step with the page. An untouched pair without marks has
 * inline styles; after that it gets the one stylesheet.
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
  private readonly guard = new StyleGuard();
  private ground: Ground;
  private dressed = '';
  /** Forced colours are active; only rules can express them. */
  private forced = false;
  /** Inline styles of an untouched pair. Null: clones get the stylesheet at once. */
  private resting: Resting | null = null;
  /** Whether this browser clones shadow roots. */
  private readonly clones: boolean;

  /** `over`: some pairs of this site are over a picture. `mounted`: the pairs in the page. */
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

  /** A new pair, not inserted yet. Null where this browser does not clone shadow roots. */
  make(root: Element): Mounted | null {
    if (!this.clones) return null;
    const mounted = new Mounted(root, this.pattern.cloneNode(true) as HTMLElement, this.pattern);
    if (this.isPlain) this.rouse(mounted);
    return mounted;
  }

  /**
   * Gives an untouched pair the stylesheet: it is hovered or focused, has marks, or its page has changed. The
   * host stays unchanged, or the page could see which posts were captured.
   */
  rouse(mounted: Mounted): void {
    const { shadow } = mounted;
    if (mounted.wears || !shadow) return;
    mounted.wears = true;
    shadow.adoptedStyleSheets = this.sheets;
    for (const element of shadow.children) element.removeAttribute('style');
  }

  /** Applies the present look to a pair. */
  private refit(mounted: Mounted): void {
    this.rouse(mounted);
    mounted.pattern = this.pattern;
    restyle(mounted.host, this.resting?.host);
  }

  /** Updates a pair that was out of the page while the look changed. */
  renew(mounted: Mounted): void {
    if (mounted.pattern !== this.pattern) this.refit(mounted);
  }

  /** Shows which button is hovered, if any, with its tooltip. */
  point(mounted: Mounted, side: Side | null): void {
    if (side) this.rouse(mounted);
    for (const one of ['share', 'keep'] as const) mounted[one].toggleAttribute('data-at', one === side);
    if (side) mounted.host.title = this.names[side];
    else mounted.host.removeAttribute('title');
  }

  /**
   * The button an event is meant for: by the pointer's position, since only the host receives it, else the
   * focused one.
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

  /** Intended size of a pair, px. */
  get size(): { readonly width: number; readonly height: number } {
    const { box, gap } = this.look;
    return { width: this.shown === 'both' ? box * 2 + gap : box, height: box };
  }

  /** Shows a post's marks as two bits: 1 shared, 2 captured. */
  show(mounted: Mounted, bits: number): void {
    if (mounted.bits === bits) return;
    this.rouse(mounted);
    mounted.bits = bits;
    const { shared = '', saved = '' } = this.names;
    state(mounted.share, (bits & 1) !== 0, shared);
    state(mounted.keep, (bits & 2) !== 0, saved);
  }

  /** Reads the page's colours. Uses computed styles, so call it once after mounting and not once a post. */
  dress(root: Element): void {
    const dark = isDark(root);
    const rtl = getComputedStyle(root).direction === 'rtl';
    this.ground = { ink: inkOf(root, this.look.like, dark), dark, rtl };
    this.wear();
  }

  /** Drops or takes up the guard by how the page's rules affect this pair. Uses computed styles. */
  check({ host }: Mounted): void {
    // Pairs over pictures differ in place and ground and cannot be compared.
    if (!this.over) this.guard.check(host, () => this.wear());
  }

  /** Writes the present look. Untouched pairs in an older look get the stylesheet. */
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

  /** Names a pair's buttons by the post's author, or by their action alone. */
  call(mounted: Mounted, author: string): void {
    const { share, keep, shareOf = share, keepOf = keep } = this.names;
    mounted.author = author;
    mounted.share.ariaLabel = author ? shareOf.replace('{author}', () => author) : share;
    mounted.keep.ariaLabel = author ? keepOf.replace('{author}', () => author) : keep;
  }

  /** Changes the language of pairs to come. */
  rename(names: Names): void {
    this.names = names;
    this.pattern = this.patterned();
  }
}
