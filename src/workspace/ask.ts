import { browser } from 'wxt/browser';
import type { AnswerOf, AskOf, MessageDeclaration } from './declare.ts';
import type { Answered, Envelope } from './envelope.ts';

/** The messages of a list of declarations by name. Type only: a content script carries no schema. */
export type MessageMap<List extends readonly MessageDeclaration[]> = {
  [M in List[number] as M['name']]: { ask: AskOf<M>; answer: AnswerOf<M> };
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

/** Asks the background. Never throws: what went wrong is a value. */
export async function ask(name: string, payload: unknown): Promise<Answered<unknown>> {
  if (isCutOff()) return { ok: false, reason: 'gone', detail: 'the extension was replaced' };
  const envelope: Envelope = { musubi: 1, name, ask: payload };
  try {
    const answered: Answered<unknown> | undefined = await browser.runtime.sendMessage(envelope);
    return answered ?? { ok: false, reason: 'failed', detail: `no answer to ${name}` };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, reason: isCutOff() || /invalidated/i.test(detail) ? 'gone' : 'failed', detail };
  }
}

/** The same with the types of a message map: `const ask = asking<Messages>()`. */
export function asking<Map extends Record<string, { ask: unknown; answer: unknown }>>() {
  return <Name extends keyof Map & string>(name: Name, payload: Map[Name]['ask']) =>
    ask(name, payload) as Promise<Answered<Map[Name]['answer']>>;
}
export type Asking<Map extends Record<string, { ask: unknown; answer: unknown }>> = ReturnType<
  typeof asking<Map>
>;
