import type { Look } from '../sites/recipe.ts';
import { buttonsCss } from './buttons.css.ts';
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

  constructor(root: Element, host: HTMLElement) {
    this.root = root;
    this.host = host;
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

function button(name: string): HTMLButtonElement {
  const element = document.createElement('button');
  element.title = name;
  element.ariaLabel = name;
  element.ariaPressed = 'false';
  return element;
}

/** One prepared pair to be cloned: building the pair anew for each post costs twice as much. */
function template(names: Names): HTMLElement {
  const host = document.createElement('div');
  host.setAttribute(MARK, '');
  const shadow = host.attachShadow({ mode: 'open', clonable: true });
  shadow.append(button(names.share), button(names.keep));
  return host;
}

/** Makes pairs of buttons that share one style sheet, and keeps their colours with the page's. */
export class Buttons {
  private readonly sheet = new CSSStyleSheet();
  private readonly sheets = [this.sheet];
  private pattern: HTMLElement;
  private readonly look: Look;
  private readonly over: boolean;
  private readonly shown: Shown;
  private readonly guard = new Guard();
  private ground: Ground;
  private dressed = '';

  /** `over`: some pairs of this site lie over a picture. */
  constructor(look: Look, names: Names, over = false) {
    this.look = look;
    this.over = over;
    this.shown = names.shown ?? 'both';
    this.ground = { ink: 'currentColor', dark: false, rtl: document.dir === 'rtl' };
    this.wear();
    this.pattern = template(names);
  }

  /** A new pair, not in the page yet. Null where this browser does not clone shadow roots. */
  make(root: Element): Mounted | null {
    const host = this.pattern.cloneNode(true) as HTMLElement;
    if (!host.shadowRoot) return null;
    host.shadowRoot.adoptedStyleSheets = this.sheets;
    return new Mounted(root, host);
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

  private wear(): void {
    const { shown, over } = this;
    const css = buttonsCss(this.look, this.ground, { shown, over, guarded: this.guard.up });
    if (css === this.dressed) return;
    this.dressed = css;
    this.sheet.replaceSync(css);
  }

  /** Names in another language, for pairs to come. */
  rename(names: Names): void {
    this.pattern = template(names);
  }
}

/** Shows whether the post was shared and kept: two bits, 1 shared, 2 kept. */
export function showMarks(mounted: Mounted, bits: number): void {
  if (mounted.bits === bits) return;
  mounted.bits = bits;
  mounted.share.ariaPressed = String((bits & 1) !== 0);
  mounted.keep.ariaPressed = String((bits & 2) !== 0);
}
