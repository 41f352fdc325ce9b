import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { Say } from '../i18n/translate.ts';
import type { MessageDeclaration, Workspace } from './declare.ts';
import type { Answered } from './envelope.ts';
import { failureOf } from './failure.ts';

const EnvelopeSchema = z.object({
  musubi: z.literal(1),
  name: z.string().check(z.maxLength(100)),
  ask: z.unknown(),
});

/** Where a message came from. `tab` and `frame` are there when a foreign page's script sent it. */
export interface Sender {
  readonly tab: number | null;
  readonly frame: number;
  readonly url: string;
}

export type Handler = (ask: never, sender: Sender) => Promise<unknown>;
export interface Answering {
  readonly declaration: MessageDeclaration;
  readonly handle: Handler;
}

/** What answers take of the context that gives them. */
export interface Answerer {
  readonly workspace: Workspace;
  /** The person's language now, and messages in it. */
  readonly speech: () => Promise<{ readonly language: string; readonly say: Say }>;
  /** Looks again at what our icon counts. */
  readonly look: () => Promise<void>;
}

/** A folder's answers that need the diary alone, as it declares them in `answers.ts`. */
export type Answers = (context: Answerer) => readonly Answering[];

/** Pairs a declaration with its handler, so that the types of both must agree. */
export function answering<Ask, Answer>(
  declaration: MessageDeclaration<string, Ask, Answer>,
  handle: (ask: Ask, sender: Sender) => Promise<Answer>,
): Answering {
  return { declaration, handle } as unknown as Answering;
}

/** Checks, handles and answers one message. A message that does not fit its declaration is refused unread. */
export async function answerOne(
  list: ReadonlyMap<string, Answering>,
  raw: unknown,
  sender: Sender,
): Promise<Answered<unknown>> {
  const envelope = EnvelopeSchema.safeParse(raw);
  if (!envelope.success) return { ok: false, reason: 'refused', detail: 'not a message of ours' };
  const entry = list.get(envelope.data.name);
  if (!entry) return { ok: false, reason: 'refused', detail: `unknown message ${envelope.data.name}` };
  const { declaration, handle } = entry;
  if (
    declaration.from === 'own' &&
    sender.tab !== null &&
    !sender.url.startsWith(browser.runtime.getURL('/'))
  ) {
    return { ok: false, reason: 'refused', detail: `${declaration.name} is not for pages` };
  }
  const payload = declaration.ask.safeParse(envelope.data.ask);
  if (!payload.success)
    return { ok: false, reason: 'refused', detail: `${declaration.name}: ${z.prettifyError(payload.error)}` };
  try {
    return { ok: true, value: declaration.answer.parse(await handle(payload.data as never, sender)) };
  } catch (error) {
    return {
      ok: false,
      reason: 'failed',
      detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      failure: failureOf(error),
    };
  }
}

/** Starts answering in this context. Must run in the first turn of the background, or a waking message is lost. */
export function answerAll(handlers: readonly Answering[]): void {
  const list = new Map(handlers.map((entry) => [entry.declaration.name, entry]));
  browser.runtime.onMessage.addListener((raw: unknown, sender, respond) => {
    if (!EnvelopeSchema.safeParse(raw).success) return false;
    const from = { tab: sender.tab?.id ?? null, frame: sender.frameId ?? 0, url: sender.url ?? '' };
    void answerOne(list, raw, from).then(respond);
    // `true` keeps the channel open for an answer that comes later: Chrome does not take a promise here.
    return true;
  });
}
