import { browser } from 'wxt/browser';
import { failureText } from '../../src/app/failure-text.ts';
import type { Messages } from '../../src/app/messages.ts';
import { openSheetOver } from '../../src/app/sheet-over.ts';
import { t } from '../../src/i18n/language.ts';
import type { KeyTaking } from '../../src/i18n/translate.ts';
import type { Post } from '../../src/post/post.ts';
import type { PaceHold, Prepared, Sharing } from '../../src/share/messages.ts';
import { channelName } from '../../src/share/views/channel-name.ts';
import { asking } from '../../src/workspace/ask.ts';
import type { Answered } from '../../src/workspace/envelope.ts';
import { newId } from '../../src/workspace/ids.ts';

export const ask = asking<Messages>();

/** Result of a press in words, with further actions. */
export interface Notice {
  readonly tone: 'done' | 'warn';
  readonly words: string;
  readonly action?: Way;
  readonly second?: Way;
}
interface Way {
  readonly label: string;
  readonly run: () => Promise<Notice | null>;
}
const done = (words: string): Notice => ({ tone: 'done', words });
const warn = (words: string, action?: Notice['action']): Notice => ({
  tone: 'warn',
  words,
  ...(action && { action }),
});

async function makeRoom(): Promise<null> {
  await browser.tabs.create({ url: `${browser.runtime.getURL('/')}companion.html#/settings/privacy` });
  return null;
}

function failed(answered: Extract<Answered<unknown>, { ok: false }>): Notice {
  const isFull = answered.reason !== 'gone' && answered.failure === 'full';
  const room = { label: t('failureMakeRoom'), run: makeRoom };
  return warn(failureText(answered), isFull ? room : undefined);
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
async function deliver(prepared: Prepared): Promise<Notice | null> {
  const network = channelName(prepared.channel);
  const copied = await copy(prepared.text);
  const copyAgain = { label: t('feedCopyAgain'), run: () => deliver(prepared) };
  if (!copied) return warn(t('feedCopyRefused'), copyAgain);
  if (prepared.window === null) {
    const reported = await ask('share.opened', { id: prepared.id, at: Date.now() });
    return reported.ok ? done(t('feedCopied')) : failed(reported);
  }
  const tab = await openBehind(prepared.window);
  const openAgain = { label: t('feedOpenAgain'), run: () => deliver(prepared) };
  if (tab === null) return warn(t('feedPopupRefused', { network }), openAgain);
  const reported = await ask('share.opened', { id: prepared.id, at: Date.now() });
  await browser.tabs.update(tab, { active: true });
  return reported.ok ? done(t(prepared.paste ? 'feedPaste' : 'feedOpened', { network })) : failed(reported);
}

const REFUSED: Partial<Record<Extract<Sharing, { ok: false }>['reason'], KeyTaking<'network'>>> = {
  instance: 'popupInstance',
  over: 'popupOver',
  'too-long': 'feedTooLong',
};

/** Sets the page aside, with a reminder (UTC ms). */
async function shareLater(post: Post, remind: number): Promise<Notice> {
  const saved = await ask('draft.later', { post, choice: null, at: Date.now(), remind });
  return saved.ok ? done(saved.value.words) : failed(saved);
}

/** The person's own limits ask first; nothing was recorded. */
function pausedByPace(
  post: Post,
  channel: string,
  tab: number,
  { words, anyway, later, until }: PaceHold,
): Notice {
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
): Promise<Notice | null> {
  const shared = await ask('share.now', { id: newId(), at: Date.now(), post, choice: null, anyway });
  if (!shared.ok) return failed(shared);
  if (shared.value.ok) return deliver(shared.value.prepared);
  if (shared.value.reason === 'pace') return pausedByPace(post, channel, tab, shared.value.held);
  if (shared.value.reason === 'relation') return openSheet(post, tab);
  return warn(t(REFUSED[shared.value.reason] ?? 'feedNoScheme', { network: channelName(channel) }));
}

/** Captures the page as it is now. */
export async function keepNow(post: Post): Promise<Notice> {
  const saved = await ask('capture.keep', { id: newId(), at: Date.now(), post });
  if (!saved.ok) return failed(saved);
  return done(t(saved.value.before ? 'feedKeptAgain' : 'feedKept'));
}

/** Opens the sheet in the page, after which this popup closes. */
export async function openSheet(post: Post, tab: number): Promise<Notice | null> {
  try {
    await openSheetOver(tab, post);
  } catch {
    return warn(t('popupSheetFailed'));
  }
  window.close();
  return null;
}
