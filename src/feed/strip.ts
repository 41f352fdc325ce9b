import { FLOATING } from './mount.ts';
import { STRIP_CSS } from './strip.css.ts';

/** How long a strip stays, ms. Hovering or focusing it holds it. */
const STAY = 6000;
/** How long an offer stays, ms. */
const STAY_HINT = 2500;

export interface Action {
  readonly words: string;
  /** Runs in the press itself, so that the clipboard and a new window are allowed. */
  readonly run: () => void;
}

export interface Strip {
  /** `hint`: offered while the pointer rests on a button, and not announced. */
  readonly tone: 'done' | 'warn' | 'hint';
  readonly words: string;
  readonly actions: readonly Action[];
}

/** Shows one strip at a time by the button that was pressed, and says it to a screen reader without taking focus. */
export class Strips {
  private shown: HTMLElement | null = null;
  private near: Element | null = null;
  private hovered = false;
  private tone: Strip['tone'] = 'done';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly signal: AbortSignal;
  private readonly language: () => string;
  private readonly sheet = new CSSStyleSheet();

  constructor(language: () => string, signal: AbortSignal) {
    this.language = language;
    this.signal = signal;
    this.sheet.replaceSync(STRIP_CSS);
    signal.addEventListener('abort', () => this.hide(), { once: true });
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Escape' && event.isTrusted) this.hide();
      },
      { capture: true, signal },
    );
  }

  show(strip: Strip, near: Element): void {
    this.hide();
    if (this.signal.aborted) return;
    const host = document.createElement('div');
    host.setAttribute(FLOATING, 'strip');
    const shadow = host.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [this.sheet];
    const [box, words] = this.box(strip);
    shadow.append(box);
    contain(host);
    document.documentElement.append(host);
    // The top layer: no z-index of the page is above it.
    host.popover = 'manual';
    host.showPopover();
    // After the region is in the page, or a screen reader does not announce it; placed by its full size.
    setTimeout(() => {
      words.append(strip.words);
      place(host, near);
    });
    this.shown = host;
    this.near = near;
    this.hovered = false;
    this.tone = strip.tone;
    this.wait();
    for (const type of ['pointerenter', 'pointerleave', 'focusin', 'focusout'] as const)
      host.addEventListener(type, () => {
        if (type.startsWith('pointer')) this.hovered = type === 'pointerenter';
        this.wait();
      });
  }

  /** Offers something without pushing away what is being said. */
  hint(words: string, run: () => void, near: Element): void {
    if (this.shown && this.tone !== 'hint') return;
    this.show({ tone: 'hint', words: '', actions: [{ words, run }] }, near);
  }

  private box(strip: Strip): [HTMLElement, HTMLElement] {
    const box = document.createElement('div');
    box.className = 'strip';
    box.setAttribute('data-tone', strip.tone);
    box.lang = this.language();
    box.role = { warn: 'alert', done: 'status', hint: 'group' }[strip.tone];
    const sign = document.createElement('span');
    sign.className = 'sign';
    const words = document.createElement('span');
    words.className = 'words';
    if (strip.tone !== 'hint') box.append(sign, words);
    box.append(...strip.actions.map((action) => this.button(action)));
    return [box, words];
  }

  private button({ words, run }: Action): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(words);
    button.addEventListener('click', (event) => {
      if (!event.isTrusted) return;
      this.hide();
      run();
    });
    return button;
  }

  /** Counts anew, and looks at the end whether somebody still points at it or has the focus in it. */
  private wait(): void {
    clearTimeout(this.timer);
    const over = () => (this.hovered || this.focused() ? this.wait() : this.hide());
    this.timer = setTimeout(over, this.tone === 'hint' ? STAY_HINT : STAY);
  }

  private focused(): boolean {
    return Boolean(this.shown?.shadowRoot?.activeElement);
  }

  hide(): void {
    clearTimeout(this.timer);
    // A focus that goes with its element falls to the start of the page: give it back to the button.
    const back = this.focused() && this.near instanceof HTMLElement ? this.near : null;
    this.shown?.remove();
    this.shown = null;
    back?.focus({ preventScroll: true });
  }
}

/** Keeps presses and keys on a node of ours from the page's listeners on the document. */
export function contain(host: HTMLElement): void {
  for (const type of [
    'pointerdown',
    'pointerup',
    'mousedown',
    'mouseup',
    'click',
    'keydown',
    'keyup',
    'keypress',
    'focusin',
  ])
    host.addEventListener(type, (event) => event.stopPropagation());
}

/** Under the button where there is room, else above it; inside the window in any writing direction. */
function place(host: HTMLElement, near: Element): void {
  const at = near.getBoundingClientRect();
  const own = host.getBoundingClientRect();
  const left = Math.min(Math.max(12, at.right - own.width), innerWidth - own.width - 12);
  const below = at.bottom + 8 + own.height < innerHeight;
  const top = below ? at.bottom + 8 : Math.max(12, at.top - own.height - 8);
  host.style.setProperty('--left', `${Math.max(12, left)}px`, 'important');
  host.style.setProperty('--top', `${Math.min(top, innerHeight - own.height - 12)}px`, 'important');
}
