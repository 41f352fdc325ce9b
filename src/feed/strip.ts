import { FLOATING } from './mount.ts';
import { STRIP_CSS } from './strip.css.ts';

/** How long a strip stays, ms. Hovering or focusing it holds it. */
const STAY = 6000;

export interface Action {
  readonly words: string;
  /** Runs in the press itself, so that the clipboard and a new window are allowed. */
  readonly run: () => void;
}

export interface Strip {
  readonly tone: 'done' | 'warn';
  readonly words: string;
  readonly actions: readonly Action[];
}

/** Shows one strip at a time by the button that was pressed, and says it to a screen reader without taking focus. */
export class Strips {
  private shown: HTMLElement | null = null;
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
    const box = this.box(strip);
    shadow.append(box);
    contain(host);
    document.documentElement.append(host);
    // The top layer: no z-index of the page is above it.
    host.popover = 'manual';
    host.showPopover();
    place(host, near);
    this.shown = host;
    this.wait();
    for (const [type, go] of [
      ['pointerenter', () => clearTimeout(this.timer)],
      ['focusin', () => clearTimeout(this.timer)],
      ['pointerleave', () => this.wait()],
      ['focusout', () => this.wait()],
    ] as const)
      host.addEventListener(type, go);
  }

  private box(strip: Strip): HTMLElement {
    const box = document.createElement('div');
    box.className = 'strip';
    box.setAttribute('data-tone', strip.tone);
    box.lang = this.language();
    box.role = strip.tone === 'warn' ? 'alert' : 'status';
    const sign = document.createElement('span');
    sign.className = 'sign';
    const words = document.createElement('span');
    words.className = 'words';
    // After the region is in the page, or a screen reader does not announce it.
    setTimeout(() => words.append(strip.words));
    box.append(sign, words, ...strip.actions.map((action) => this.button(action)));
    return box;
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

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.hide(), STAY);
  }

  hide(): void {
    clearTimeout(this.timer);
    this.shown?.remove();
    this.shown = null;
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
