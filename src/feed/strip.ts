import { hear, PRESSES } from './first-listener.ts';
import { FLOATING } from './own-markers.ts';
import { PointerTracker } from './pointer-origin.ts';
import { isByKey } from './press.ts';
import { PressVisibility, type Size } from './press-visibility.ts';
import { STRIP_CSS } from './strip.css.ts';

/** How long a strip stays, ms. Hover or focus extends it. */
const STAY = 6000;
/** The same after a key: it is read out first, and reached by another key. */
const STAY_BY_KEY = 20_000;
/** How long an offer stays, ms. */
const STAY_HINT = 2500;

export interface Action {
  readonly words: string;
  /** Runs within the press, so that clipboard and new windows are allowed. */
  readonly run: () => void;
}

export interface Strip {
  /** `hint`: an offer while the pointer rests on a button, not announced. */
  readonly tone: 'done' | 'warn' | 'hint';
  readonly words: string;
  readonly actions: readonly Action[];
  /** Further lines: an assumption that was made, and the press that changes it. */
  readonly more?: readonly { readonly words: string; readonly action: Action }[];
  /** Replaces an action that was pressed while the page hid the strip. */
  readonly doubt?: () => void;
}

/** The strip that is shown. */
interface Shown {
  readonly strip: Strip;
  /** Actions of its buttons. */
  readonly actions: readonly Action[];
  readonly host: HTMLElement;
  readonly shadow: ShadowRoot;
  readonly buttons: readonly HTMLButtonElement[];
  readonly sight: PressVisibility;
  readonly near: Element;
  /** Where the focus came from and returns to. */
  from: HTMLElement | null;
  size: Size;
}

/** Shows one strip at a time beside the pressed button, and announces it without taking focus. */
export class Strips {
  private shown: Shown | null = null;
  private hovered = false;
  /** The last press was by keyboard. */
  private byKey = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly approach = new PointerTracker();
  private readonly signal: AbortSignal;
  private readonly language: () => string;
  private readonly sheet = new CSSStyleSheet();
  private readonly place = new CSSStyleSheet();
  private readonly pointing = new CSSStyleSheet();

  constructor(language: () => string, signal: AbortSignal) {
    this.language = language;
    this.signal = signal;
    this.sheet.replaceSync(STRIP_CSS);
    this.pointing.replaceSync(':host{cursor:pointer!important}');
    signal.addEventListener('abort', () => this.hide(), { once: true });
    const moves = ['pointerover', 'pointermove', 'pointerout', 'focusin', 'focusout'];
    hear([...PRESSES, ...moves], (event) => this.handle(event), signal);
  }

  show(strip: Strip, near: Element): void {
    this.hide();
    if (this.signal.aborted) return;
    const host = document.createElement('div');
    host.setAttribute(FLOATING, 'strip');
    const shadow = host.attachShadow({ mode: 'closed' });
    shadow.adoptedStyleSheets = [this.sheet, this.place];
    const actions = [...strip.actions, ...(strip.more ?? []).map(({ action }) => action)];
    const buttons = actions.map(({ words }) => button(words));
    const [box, texts] = boxOf(strip, buttons, this.language());
    shadow.append(box);
    document.documentElement.append(host);
    // Top layer: above any z-index of the page.
    host.popover = 'manual';
    host.showPopover();
    const shown = {
      actions,
      strip,
      host,
      shadow,
      buttons,
      sight: new PressVisibility(host),
      near,
      from: null,
      size: { width: 0, height: 0 },
    };
    // Later than the live region's insertion, or screen readers do not announce it; positioned by its full
    // size.
    setTimeout(() => {
      for (const [one, words] of texts) if (words) one.setAttribute('data-words', words);
      this.place.replaceSync(placed(host, near));
      shown.size = host.getBoundingClientRect();
    });
    this.shown = shown;
    this.hovered = false;
    this.wait();
  }

  /** Shows an offer unless a message is showing. */
  hint(words: string, run: () => void, near: Element): void {
    if (this.shown && this.shown.strip.tone !== 'hint') return;
    this.show({ tone: 'hint', words: '', actions: [{ words, run }] }, near);
  }

  /** Ignores untrusted events, and hides events on the strip from the page. */
  private handle(event: Event): void {
    if (!event.isTrusted) return;
    if (event.type === 'pointerdown') this.byKey = false;
    else if (event.type === 'keydown') this.byKey = true;
    const { shown } = this;
    if (!shown) return;
    if (event instanceof KeyboardEvent && event.type === 'keydown') this.key(event, shown);
    const isOn = event.target === shown.host;
    if (event instanceof PointerEvent) {
      this.approach.follow(event, isOn ? shown.host : undefined);
      this.point(event, shown, isOn);
    }
    if (!isOn) return;
    if (event instanceof FocusEvent) this.wait();
    else if (!/^pointer(?:over|move|out)$/.test(event.type)) event.stopImmediatePropagation();
    // Keeps the focus where it is, and out of the page's hands.
    if (event.type === 'mousedown') event.preventDefault();
    if (event.type === 'click' && event instanceof MouseEvent) void this.press(event, shown);
  }

  /** Escape closes it; Tab goes from the focus into it, through it, and back. */
  private key(event: KeyboardEvent, shown: Shown): void {
    if (event.key === 'Escape') this.hide();
    if (event.key !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey) return;
    const { buttons, strip } = shown;
    if (strip.tone === 'hint' || buttons.length === 0) return;
    const inside = buttons.findIndex((one) => one.matches(':focus'));
    if (inside < 0) this.enter(event, shown);
    else if (event.shiftKey ? inside === 0 : inside === buttons.length - 1) {
      // Forwards, the browser continues by itself.
      if (event.shiftKey) event.preventDefault();
      shown.from?.focus({ preventScroll: true });
    }
  }

  /** Only from the end of its own pair: elsewhere Tab belongs to the page. */
  private enter(event: KeyboardEvent, shown: Shown): void {
    const { near, buttons } = shown;
    const from = near === document.documentElement ? focused() : lastOf(near);
    if (event.shiftKey || !from?.matches(':focus')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    shown.from = from;
    buttons[0]?.focus({ preventScroll: true });
  }

  private point(event: PointerEvent, { buttons, shadow }: Shown, isOn: boolean): void {
    const over = isOn && event.type !== 'pointerout';
    const at = over ? buttons.find((one) => isAt(one, event)) : undefined;
    for (const one of buttons) one.toggleAttribute('data-at', one === at);
    if (isOn) shadow.adoptedStyleSheets = [this.sheet, this.place, ...(at ? [this.pointing] : [])];
    if (over !== this.hovered || event.type === 'pointerover') this.wait();
    this.hovered = over;
  }

  private async press(event: MouseEvent, shown: Shown): Promise<void> {
    const byKey = isByKey(event);
    const { actions, buttons, strip, sight, size } = shown;
    const isPressed = (one: HTMLButtonElement) =>
      byKey ? one === shown.shadow.activeElement : isAt(one, event);
    const action = actions[buttons.findIndex(isPressed)];
    if (!action) return;
    const saw = await sight.saw({ at: event.timeStamp, by: byKey ? 'key' : this.approach.now }, size, null);
    if (this.shown !== shown) return;
    this.hide();
    if (saw) action.run();
    else strip.doubt?.();
  }

  /** Restarts the timer; at its end, hover or focus extends it. */
  private wait(): void {
    clearTimeout(this.timer);
    const over = () => (this.hovered || this.focused() ? this.wait() : this.hide());
    this.timer = setTimeout(over, this.stay());
  }

  private stay(): number {
    const { shown } = this;
    if (shown?.strip.tone === 'hint') return STAY_HINT;
    return this.byKey ? STAY_BY_KEY : STAY;
  }

  private focused(): boolean {
    return Boolean(this.shown?.shadow.activeElement);
  }

  hide(): void {
    clearTimeout(this.timer);
    const { shown } = this;
    if (!shown) return;
    // Removing a focused element moves focus to the start of the page: return it to the button.
    const back = this.focused() && shown.near instanceof HTMLElement ? shown.near : null;
    shown.sight.end();
    shown.host.remove();
    this.shown = null;
    back?.focus({ preventScroll: true });
  }
}

/** The focused element of the page, as far as we can see it. */
function focused(): HTMLElement | null {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement ? activeElement : null;
}

/** The last button of a button's pair, from which Tab would leave it. */
function lastOf(near: Element): HTMLElement | null {
  const root = near.getRootNode();
  const pair = root instanceof ShadowRoot ? [...root.querySelectorAll('button')] : [near];
  const last = pair.findLast((one) => one.getClientRects().length > 0);
  return last instanceof HTMLElement ? last : null;
}

function button(words: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.ariaLabel = words;
  made.setAttribute('data-words', words);
  return made;
}

function boxOf(
  { tone, words: message, actions, more = [] }: Strip,
  buttons: readonly HTMLButtonElement[],
  language: string,
): [HTMLElement, [HTMLElement, string][]] {
  const box = document.createElement('div');
  box.className = 'strip';
  box.setAttribute('data-tone', tone);
  box.lang = language;
  box.role = { warn: 'alert', done: 'status', hint: 'group' }[tone];
  const sign = document.createElement('span');
  sign.className = 'sign';
  const words = document.createElement('span');
  words.className = 'words';
  if (tone !== 'hint') box.append(sign, words);
  box.append(...buttons.slice(0, actions.length));
  const lines = more.map(({ words: taken }, at): [HTMLElement, string] => {
    const line = document.createElement('span');
    line.className = 'more';
    const says = document.createElement('span');
    line.append(says, buttons[actions.length + at] ?? '');
    box.append(line);
    return [says, taken];
  });
  return [box, [[words, message], ...lines]];
}

function isAt(button: Element, { clientX, clientY }: MouseEvent): boolean {
  const { left, right, top, bottom } = button.getBoundingClientRect();
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}

/** Below the button where there is room, else above; within the window less its scrollbars, which only CSS knows. */
function placed(host: HTMLElement, near: Element): string {
  const at = near.getBoundingClientRect();
  const own = host.getBoundingClientRect();
  const below = at.bottom + 8 + own.height < innerHeight;
  const top = below ? at.bottom + 8 : Math.max(12, at.top - own.height - 8);
  return `:host{left:clamp(12px,${at.right - own.width}px,100% - ${own.width + 12}px)!important;top:min(${top}px,100% - ${own.height + 12}px)!important}`;
}
