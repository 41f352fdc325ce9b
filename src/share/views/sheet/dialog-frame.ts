import { groundOf } from '../../../ui/page-ground.ts';
import type { Theme } from '../../../ui/theme.ts';
import { contain } from './contain-events.ts';
import { pressed } from './press-guard.ts';
import { style } from './style.ts';

/** Events of the dialog: close, send (Ctrl or ⌘ with Enter), and gone. */
export interface Wishes {
  close(): void;
  send(): void;
  gone(): void;
}

export interface Frame {
  readonly dialog: HTMLDialogElement;
  /** Aborted when the dialog is removed, by anybody. */
  readonly signal: AbortSignal;
  /** Applies the theme; `system` follows the page beneath. */
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

/** A press that starts inside (selecting text) and ends outside does not close the dialog. */
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

/** Keeps a dialog's theme in step with the choice or with the page beneath. */
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

/** Calls back once the host was removed, by anybody. Watches only the root element's children, which are few. */
function whenRemoved(host: HTMLElement, then: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(() => {
    if (!host.isConnected) then();
  });
  observer.observe(document.documentElement, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}

/**
 * Opens an empty modal dialog over one of our own pages, and returns the focus to `near` when it closes. A
 * foreign page gets such a page in a frame (see share/frame).
 *
 * A native `<dialog>`: the top layer is above any z-index, everything below is inert, focus stays inside and
 * Escape closes.
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
      // File choosers inside send it too; only the dialog's own closes it.
      if (event.target !== dialog) return;
      event.preventDefault();
      wishes.close();
    },
    { signal },
  );
  dialog.addEventListener('close', remove, { signal });
  // The page is unloading: save the draft.
  window.addEventListener('pagehide', remove, { signal });
  document.documentElement.append(host);
  whenRemoved(host, remove, signal);
  dialog.showModal();
  return { dialog, signal, dress, remove };
}
