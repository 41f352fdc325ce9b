import { browser } from 'wxt/browser';
import type { Messages } from '../../src/declarations.ts';
import { t } from '../../src/i18n/language.ts';
import type { MessageKey } from '../../src/i18n/translate.ts';
import type { Post } from '../../src/post/post.ts';
import type { PaceHold, Prepared, Sharing } from '../../src/share/messages.ts';
import { asking } from '../../src/workspace/ask.ts';
import type { Answered } from '../../src/workspace/envelope.ts';
import { newId } from '../../src/workspace/ids.ts';
import { openSheetOver } from '../background/sheet-over.ts';
import { failureSaid } from '../companion/failure-said.ts';
import { channelName } from '../companion/names.ts';

export const ask = asking<Messages>();

/** Result of a press in words, with further actions. */
export interface Said {
  readonly tone: 'done' | 'warn';
  readonly words: string;
  readonly action?: Way;
  readonly second?: Way;
}
interface Way {
  readonly label: string;
  readonly run: () => Promise<Said | null>;
}
const done = (words: string): Said => ({ tone: 'done', words });
const warn = (words: string, action?: Said['action']): Said => ({
  tone: 'warn',
  words,
  ...(action && { action }),
});

async function makeRoom(): Promise<null> {
  await browser.tabs.create({ url: `${browser.runtime.getURL('/')}companion.html#/settings/privacy` });
  return null;
}

function failed(answered: Extract<Answered<unknown>, { ok: false }>): Said {
  const isFull = answered.reason !== 'gone' && answered.failure === 'full';
  const room = { label: t('failureMakeRoom'), run: makeRoom };
  return warn(failureSaid(answered), isFull ? room : undefined);
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Blocked by the browser: offers a retry by a fresh press.
    return false;
  }
}

/** Opens the network's window in the background; null where the browser refused. */
async function openBehind(url: string): Promise<number | null> {
  try {
    return (await browser.tabs.create({ url, active: false })).id ?? null;
  } catch {
    return null;
  }
}

/**
 * Copies first, then opens the window. It comes to the front only once that is recorded: this popup closes as
 * soon as another tab has focus.
 */
async function deliver(prepared: Prepared): Promise<Said | null> {
  const network = channelName(prepared.channel);
  const copied = await copy(prepared.text);
  const copyAgain = { label: t('feedCopyAgain'), run: () => deliver(prepared) };
  if (!copied) return warn(t('feedCopyRefused'), copyAgain);
  if (prepared.window === null) {
    const told = await ask('share.opened', { id: prepared.id, at: Date.now() });
    return told.ok ? done(t('feedCopied')) : failed(told);
  }
  const tab = await openBehind(prepared.window);
  const openAgain = { label: t('feedOpenAgain'), run: () => deliver(prepared) };
  if (tab === null) return warn(t('feedPopupRefused', { network }), openAgain);
  const told = await ask('share.opened', { id: prepared.id, at: Date.now() });
  await browser.tabs.update(tab, { active: true });
  return told.ok ? done(t(prepared.paste ? 'feedPaste' : 'feedOpened', { network })) : failed(told);
}

const REFUSED: Partial<Record<Extract<Sharing, { ok: false }>['reason'], MessageKey>> = {
  instance: 'popupInstance',
  over: 'popupOver',
  'too-long': 'feedTooLong',
};

/** Sets the page aside, with a reminder (UTC ms). */
async function shareLater(post: Post, remind: number): Promise<Said> {
  const kept = await ask('draft.later', { post, choice: null, at: Date.now(), remind });
  return kept.ok ? done(kept.value.words) : failed(kept);
}

/** The person's own limits ask first; nothing was recorded. */
function heldBack(post: Post, channel: string, tab: number, { words, anyway, later, until }: PaceHold): Said {
  const go = { label: anyway, run: () => shareNow(post, channel, tab, true) };
  return { ...warn(words, go), second: { label: later, run: () => shareLater(post, until) } };
}

/**
 * Shares the page to the usual channel. Null where the opened window says everything. Missing answers are
 * requested in the sheet.
 */
export async function shareNow(
  post: Post,
  channel: string,
  tab: number,
  anyway = false,
): Promise<Said | null> {
  const shared = await ask('share.now', { id: newId(), at: Date.now(), post, choice: null, anyway });
  if (!shared.ok) return failed(shared);
  if (shared.value.ok) return deliver(shared.value.prepared);
  if (shared.value.reason === 'pace') return heldBack(post, channel, tab, shared.value.held);
  if (shared.value.reason === 'relation') return openSheet(post, tab);
  return warn(t(REFUSED[shared.value.reason] ?? 'feedNoScheme', { network: channelName(channel) }));
}

/** Captures the page as it is now. */
export async function keepNow(post: Post): Promise<Said> {
  const kept = await ask('capture.keep', { id: newId(), at: Date.now(), post });
  if (!kept.ok) return failed(kept);
  return done(t(kept.value.before ? 'feedKeptAgain' : 'feedKept'));
}

/** Opens the sheet in the page, after which this popup closes. */
export async function openSheet(post: Post, tab: number): Promise<Said | null> {
  try {
    await openSheetOver(tab, post);
  } catch {
    return warn(t('popupSheetFailed'));
  }
  window.close();
  return null;
}
