import { browser } from 'wxt/browser';
import type { AnswerOf, AskOf, MessageDeclaration } from './declare.ts';
import type { Answered, Envelope } from './envelope.ts';

/** The messages of some declarations by name. Type only: a content script carries no schema. */
export type MessageMap<Declared extends MessageDeclaration> = {
  [M in Declared as M['name']]: { ask: AskOf<M>; answer: AnswerOf<M> };
};

/**
 * After an update the old script lives on in open pages, but its `runtime` is cut off: Chrome throws
 * "Extension context invalidated", Firefox has no `runtime.id` any more.
 */
export function isCutOff(): boolean {
  try {
    return browser.runtime?.id === undefined;
  } catch {
    return true;
  }
}

/**
 * How a browser says that the background was stopped before it answered (Chrome's words, then Firefox's). It is
 * started again by the next message.
 */
const STOPPED =
  /(port|channel) closed before|receiving end does not exist|could not establish connection|manager disconnected|out of scope/i;

type Reply = Answered<unknown> | 'stopped';

async function send(envelope: Envelope): Promise<Reply> {
  try {
    const answered: Answered<unknown> | undefined = await browser.runtime.sendMessage(envelope);
    return answered ?? 'stopped';
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    if (isCutOff() || /invalidated/i.test(detail)) return { ok: false, reason: 'gone', detail };
    return STOPPED.test(detail) ? 'stopped' : { ok: false, reason: 'failed', detail };
  }
}

/**
 * Asks the background. Never throws: what went wrong is a value. Where the background was stopped in the middle,
 * the very same message is sent once more: what it may have written before carries the same id, and
 * writing it twice changes nothing.
 */
export async function ask(name: string, payload: unknown): Promise<Answered<unknown>> {
  if (isCutOff()) return { ok: false, reason: 'gone', detail: 'the extension was replaced' };
  const envelope: Envelope = { musubi: 1, name, ask: payload };
  const first = await send(envelope);
  const sent = first === 'stopped' ? await send(envelope) : first;
  return sent === 'stopped' ? { ok: false, reason: 'failed', detail: `no answer to ${name}` } : sent;
}

/** The same with the types of a message map: `const ask = asking<Messages>()`. */
export function asking<Map extends Record<string, { ask: unknown; answer: unknown }>>() {
  return <Name extends keyof Map & string>(name: Name, payload: Map[Name]['ask']) =>
    ask(name, payload) as Promise<Answered<Map[Name]['answer']>>;
}
export type Asking<Map extends Record<string, { ask: unknown; answer: unknown }>> = ReturnType<
  typeof asking<Map>
>;
