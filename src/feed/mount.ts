import type { Look } from '../sites/recipe.ts';
import { buttonsCss, type Resting, resting, type Wear } from './buttons.css.ts';
import { Guard } from './guard.ts';
import type { Ground } from './marks.css.ts';
import type { Shown } from './shown.ts';
import { inkOf, isDark } from './theme.ts';

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
  /** What they were cloned from. */
  readonly pattern: HTMLElement;

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

  private child(index: number): HTMLElement {
    const button = this.host.shadowRoot?.children[index];
    return button instanceof HTMLElement ? button : this.host;
  }
}

export interface Names {
  readonly share: string;
  readonly keep: string;
  /** Which of them are wanted on this site; both where it is not said. */
  readonly shown?: Shown | undefined;
}

/** Marks our nodes, so that a clone the page makes of them is known for what it is. */
export const MARK = 'data-musubi';
/** Marks what of ours floats above the page: the strip, the sheet. */
export const FLOATING = 'data-musubi-floating';

function button(name: string, style: string | undefined): HTMLButtonElement {
  const element = document.createElement('button');
  element.title = name;
  element.ariaLabel = name;
  element.ariaPressed = 'false';
  return styled(element, style);
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
  const shadow = host.attachShadow({ mode: 'open', clonable: true });
  const icons = styled(document.createElement('i'), look?.icons);
  shadow.append(button(names.share, look?.button), button(names.keep, look?.button), icons);
  return host;
}

/** Whether a pair still rests: it wears no sheet. */
const rests = ({ shadowRoot }: Element) => shadowRoot?.adoptedStyleSheets.length === 0;

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
  /** The pattern has no look of its own: what is cloned from it wears the sheet at once. */
  private isPlain = false;

  /** `over`: some pairs of this site lie over a picture. `mounted`: those that stand in the page. */
  constructor(look: Look, names: Names, over = false, mounted: () => Iterable<Mounted> = () => []) {
    this.look = look;
    this.mounted = mounted;
    this.over = over;
    this.shown = names.shown ?? 'both';
    this.ground = { ink: 'currentColor', dark: false, rtl: document.dir === 'rtl' };
    this.names = names;
    this.pattern = this.patterned();
    this.wear();
  }

  /** A new pair, not in the page yet. Null where this browser does not clone shadow roots. */
  make(root: Element): Mounted | null {
    const host = this.pattern.cloneNode(true) as HTMLElement;
    if (!host.shadowRoot) return null;
    const mounted = new Mounted(root, host, this.pattern);
    if (this.isPlain) this.rouse(mounted);
    return mounted;
  }

  /** Puts the sheet on a pair that rests: it is pointed at or in focus, has something to show, or its page has changed. */
  rouse({ host }: Mounted): void {
    const { shadowRoot } = host;
    if (!shadowRoot || !rests(host)) return;
    shadowRoot.adoptedStyleSheets = this.sheets;
    for (const element of [host, ...shadowRoot.children]) element.removeAttribute('style');
  }

  /** Rouses a pair that was out of the page while the looks changed. */
  renew(mounted: Mounted): void {
    if (mounted.pattern !== this.pattern) this.rouse(mounted);
  }

  /** Shows whether the post was shared and kept: two bits, 1 shared, 2 kept. */
  show(mounted: Mounted, bits: number): void {
    if (mounted.bits === bits) return;
    this.rouse(mounted);
    mounted.bits = bits;
    mounted.share.ariaPressed = String((bits & 1) !== 0);
    mounted.keep.ariaPressed = String((bits & 2) !== 0);
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
    for (const mounted of this.mounted()) this.rouse(mounted);
    this.pattern = this.patterned();
  }

  private get wearing(): Wear {
    return { shown: this.shown, over: this.over, guarded: this.guard.up };
  }

  private patterned(): HTMLElement {
    const look = this.forced ? null : resting(this.look, this.ground, this.wearing);
    this.isPlain = look === null;
    return template(this.names, look);
  }

  /** Names in another language, for pairs to come. */
  rename(names: Names): void {
    this.names = names;
    this.pattern = this.patterned();
  }
}
