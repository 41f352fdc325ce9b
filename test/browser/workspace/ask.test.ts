import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { answering, answerOne } from '../../../src/workspace/answer.ts';
import { ask } from '../../../src/workspace/ask.ts';
import { message } from '../../../src/workspace/declare.ts';
import { answers, calls } from '../browser-stand-in.ts';

const sent = () => calls.filter(({ name }) => name === 'runtime.sendMessage').map(({ args }) => args[0]);
const STOPPED = [
  'The message port closed before a response was received.',
  'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received',
  'Could not establish connection. Receiving end does not exist.',
];
beforeEach(() => {
  calls.length = 0;
});

describe('asking the background', () => {
  it.each(STOPPED)('asks once more, with the very same message, where it was stopped: %s', async (words) => {
    answers.message = () => {
      if (sent().length === 1) throw new Error(words);
      return { ok: true, value: 7 };
    };
    expect(await ask('share.now', { id: 'minted-once', at: 1 })).toEqual({ ok: true, value: 7 });
    const [first, second] = sent();
    expect(sent()).toHaveLength(2);
    expect(second).toEqual(first);
  });

  it('says so where it is stopped twice, or answers nothing twice', async () => {
    answers.message = () => {
      throw new Error(STOPPED[0]);
    };
    expect(await ask('share.now', {})).toMatchObject({ ok: false, reason: 'failed' });
    expect(sent()).toHaveLength(2);
    answers.message = () => undefined;
    expect(await ask('share.now', {})).toMatchObject({ ok: false, reason: 'failed' });
    expect(sent()).toHaveLength(4);
  });

  it('does not ask again what was answered, refused or cut off', async () => {
    for (const answered of [
      { ok: false, reason: 'failed', detail: 'no', failure: 'full' },
      { ok: false, reason: 'refused', detail: 'no' },
    ]) {
      calls.length = 0;
      answers.message = () => answered;
      expect(await ask('share.now', {})).toEqual(answered);
      expect(sent()).toHaveLength(1);
    }
    calls.length = 0;
    answers.message = () => {
      throw new Error('Extension context invalidated.');
    };
    expect(await ask('share.now', {})).toMatchObject({ ok: false, reason: 'gone' });
    expect(sent()).toHaveLength(1);
  });
});

describe('answering', () => {
  const known = message({
    name: 'a.b',
    from: 'page',
    tells: 'privacyTellsYes',
    ask: z.object({ n: z.number() }),
    answer: z.number(),
  });
  const list = (handle: () => Promise<number>) => new Map([['a.b', answering(known, handle)]]);
  const from = { tab: 1, frame: 0, url: 'https://x.com/' };
  const send = (name: string, payload: unknown, handle = async () => 1) =>
    answerOne(list(handle), { musubi: 1, name, ask: payload }, from);

  it('refuses a message that an older or newer Musubi knows, and one in another form, unread', async () => {
    expect(await send('a.later', { n: 1 })).toMatchObject({ ok: false, reason: 'refused' });
    expect(await send('a.b', { m: 1 })).toMatchObject({ ok: false, reason: 'refused' });
  });

  it('says why the diary could not be written', async () => {
    const full = async () => {
      throw Object.assign(new Error('aborted'), {
        name: 'AbortError',
        inner: new DOMException('', 'QuotaExceededError'),
      });
    };
    expect(await send('a.b', { n: 1 }, full)).toMatchObject({ ok: false, reason: 'failed', failure: 'full' });
  });
});
