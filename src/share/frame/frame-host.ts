import { browser } from 'wxt/browser';
import type { FromFrame, ToFrame } from './port-messages.ts';

/** Out of the page's control: important rules of an inner tree win, and the top layer is above any z-index. */
const STYLE = `:host{all:initial!important;display:contents!important}
dialog{position:fixed;inset:0;inline-size:100%;block-size:100%;max-inline-size:none;max-block-size:none;margin:0;border:0;padding:0;overflow:hidden;background:none;color-scheme:normal;outline:none}
dialog::backdrop{background:none}
iframe{display:block;inline-size:100%;block-size:100%;border:0;background:none;color-scheme:normal}`;

function build(token: string): { host: HTMLElement; dialog: HTMLDialogElement; frame: HTMLIFrameElement } {
  const host = document.createElement('div');
  host.setAttribute('data-musubi-floating', 'sheet');
  const dialog = document.createElement('dialog');
  const frame = document.createElement('iframe');
  // Where Web Share does not exist, naming its permission logs an error.
  frame.allow = 'share' in navigator ? 'clipboard-write; web-share' : 'clipboard-write';
  frame.src = `${browser.runtime.getURL('/sheet.html')}#${token}`;
  dialog.append(frame);
  const shadow = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  shadow.adoptedStyleSheets = [sheet];
  shadow.append(dialog);
  return { host, dialog, frame };
}

export interface Hearing {
  heard(message: FromFrame['say']): void;
  /** The page removed the frame or navigated it away. */
  lost(): void;
}

/**
 * Our frame in a page: an extension page in a modal dialog, inside a closed root. It has another origin, so the
 * page can neither read nor write in it nor hear its keys. The token in its address, which the page cannot see,
 * authenticates it.
 */
export class FrameHost {
  readonly host: HTMLElement;
  private readonly dialog: HTMLDialogElement;
  private readonly frame: HTMLIFrameElement;
  private readonly hearing: Hearing;
  private readonly stop = new AbortController();
  private port: MessagePort | null = null;
  /** Elements that were in the top layer before ours, and so lie below it. */
  private beneath = new Set<Element>();

  constructor(token: string, hearing: Hearing) {
    this.hearing = hearing;
    const { host, dialog, frame } = build(token);
    this.host = host;
    this.dialog = dialog;
    this.frame = frame;
    const { signal } = this.stop;
    frame.addEventListener('load', () => this.loaded(token), { signal });
    // Escape, with the focus outside the frame.
    dialog.addEventListener('cancel', (event) => this.cancelled(event), { signal });
    const root = document.documentElement;
    root.append(host);
    const observer = new MutationObserver(() => {
      if (host.parentNode !== root || !root.isConnected) this.hearing.lost();
    });
    for (const node of [document, root]) observer.observe(node, { childList: true });
    signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  }

  private loaded(token: string): void {
    if (this.port) {
      this.hearing.lost();
      return;
    }
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    port1.onmessage = ({ data }: MessageEvent<FromFrame>) => this.hearing.heard(data.say);
    const { origin } = new URL(browser.runtime.getURL('/'));
    this.frame.contentWindow?.postMessage(token, origin, [port2]);
  }

  private cancelled(event: Event): void {
    event.preventDefault();
    if (event.isTrusted) this.hearing.heard('close');
  }

  show(message: ToFrame & { say: 'show' }): void {
    this.beneath = lifted();
    this.dialog.showModal();
    this.frame.focus();
    this.say(message);
  }

  say(message: ToFrame): void {
    this.port?.postMessage(message);
  }

  /** Whether the focus is in the frame, or outside this page altogether. */
  get holdsFocus(): boolean {
    return this.hasFocus || !document.hasFocus();
  }

  /** Whether this page's focus is in the frame. */
  get hasFocus(): boolean {
    return document.activeElement === this.host;
  }

  /** Whether the frame fills the window with nothing on top. */
  get isClear(): boolean {
    const { left, top, width, height } = this.dialog.getBoundingClientRect();
    if (left !== 0 || top !== 0 || width < innerWidth * 0.9 || height < innerHeight * 0.9) return false;
    if (document.elementFromPoint(innerWidth / 2, innerHeight / 2) !== this.host) return false;
    return [...lifted()].every((one) => this.beneath.has(one));
  }

  remove(): void {
    this.stop.abort();
    this.port?.close();
    this.host.remove();
  }
}

/** The page's elements in the top layer, the only place that can cover us. */
function lifted(): Set<Element> {
  return new Set(document.querySelectorAll('dialog:modal,:popover-open,:fullscreen'));
}
