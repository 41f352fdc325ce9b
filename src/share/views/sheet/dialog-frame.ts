import { groundOf } from '../../../ui/page-ground.ts';
import type { Theme } from '../../../ui/theme.ts';
import { contain } from './contain-events.ts';
import { pressed } from './press-guard.ts';
import { style } from './style.ts';

/** What the frame tells: the person wants to close; wants to send by Ctrl or ⌘ with Enter; the frame is gone. */
export interface Wishes {
  close(): void;
  send(): void;
  gone(): void;
}

export interface Frame {
  readonly dialog: HTMLDialogElement;
  /** Aborted when the frame is taken away, by whomever. */
  readonly signal: AbortSignal;
  /** Has it be as light as the person chose, and as what is beneath it where they chose nothing. */
  dress(theme: Theme): void;
  remove(): void;
}

type Ground = ReturnType<typeof groundOf>;

function build(): { host: HTMLElement; dialog: HTMLDialogElement } {
  const host = document.createElement('div');
  host.setAttribute('data-musubi-floating', 'sheet');
  const dialog = document.createElement('dialog');
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.adoptedStyleSheets = [style()];
  shadow.append(dialog);
  return { host, dialog };
}

/** A press that began inside (selecting text, say) and ended on the ground outside does not close. */
function closeOutside(
  dialog: HTMLDialogElement,
  wishes: Wishes,
  signal: AbortSignal,
): (event: Event, at: EventTarget) => void {
  let began: EventTarget | null = null;
  dialog.addEventListener(
    'click',
    (event) => {
      if (event.isTrusted && event.target === dialog && began === dialog) wishes.close();
    },
    { signal },
  );
  return (event, at) => {
    if (event.type === 'pointerdown') began = at;
  };
}

function isSend(event: Event): boolean {
  return (
    event instanceof KeyboardEvent &&
    event.isTrusted &&
    event.type === 'keydown' &&
    event.key === 'Enter' &&
    (event.ctrlKey || event.metaKey) &&
    !event.isComposing
  );
}

/** Dresses a dialog by the person's choice or by its ground, also when that changes beneath it. */
function dresser(dialog: HTMLDialogElement, groundNow: () => Ground, signal: AbortSignal): Frame['dress'] {
  let chosen: Theme = 'system';
  const dress = () => {
    const theme = chosen === 'system' ? groundNow() : chosen;
    if (theme) dialog.dataset.theme = theme;
    else delete dialog.dataset.theme;
  };
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', dress, { signal });
  dress();
  return (theme) => {
    chosen = theme;
    dress();
  };
}

/** Calls back once the host was thrown out, by whomever. Only children of the root element are watched: they are few. */
function whenRemoved(host: HTMLElement, then: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(() => {
    if (!host.isConnected) then();
  });
  observer.observe(document.documentElement, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}

/**
 * Opens an empty modal dialog over a page of our own, and gives the focus back to `near` when it goes. A foreign page has
 * such a page in a frame (see share/frame).
 *
 * It is the browser's own `<dialog>`: the top layer is above any z-index, what lies under it is inert, the focus
 * stays inside and Escape closes.
 */
export function openFrame(near: Element, wishes: Wishes, ground?: Ground): Frame {
  const controller = new AbortController();
  const { signal } = controller;
  const { host, dialog } = build();
  const dress = dresser(dialog, () => (ground === undefined ? groundOf(near) : ground), signal);
  const remove = () => {
    if (signal.aborted) return;
    controller.abort();
    dialog.close();
    host.remove();
    if (near.isConnected && 'focus' in near) (near as HTMLElement).focus({ preventScroll: true });
    wishes.gone();
  };
  const follow = closeOutside(dialog, wishes, signal);
  contain(
    host,
    (event, at) => {
      follow(event, at);
      if (isSend(event)) pressed(event, () => wishes.send());
    },
    signal,
  );
  dialog.addEventListener(
    'cancel',
    (event) => {
      // Also sent by a file chooser inside, were there one: only the dialog's own closes it.
      if (event.target !== dialog) return;
      event.preventDefault();
      wishes.close();
    },
    { signal },
  );
  dialog.addEventListener('close', remove, { signal });
  // Its page goes: what is worth keeping is kept.
  window.addEventListener('pagehide', remove, { signal });
  document.documentElement.append(host);
  whenRemoved(host, remove, signal);
  dialog.showModal();
  return { dialog, signal, dress, remove };
}
