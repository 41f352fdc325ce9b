import { describe, expect, it } from 'vitest';
import { flushSameKeys } from '../../../src/hub/sync/broadcast-each.ts';

/** What a document sends: the updates of one turn together, or what was flushed. */
function sender() {
  const sent: string[][] = [];
  let pending: string[] = [];
  const document = {
    flush: () => {
      if (pending.length > 0) sent.push(pending);
      pending = [];
    },
  };
  const write = (key: string, name: string, root = 'items') => {
    flushSameKeys(document, [{ root, key, value: name }]);
    if (pending.length === 0) setImmediate(() => document.flush());
    pending.push(name);
  };
  return { sent, write };
}

const turn = () => new Promise((done) => setImmediate(done));

describe('what one turn sends', () => {
  it('has no two values of one key in a message', async () => {
    const { sent, write } = sender();
    write('a', 'first');
    write('a', 'second');
    write('a', 'third');
    await turn();
    expect(sent).toEqual([['first'], ['second'], ['third']]);
  });

  it('has values of different keys and roots in one message', async () => {
    const { sent, write } = sender();
    write('a', 'first');
    write('b', 'second');
    write('a', 'third', 'comments');
    await turn();
    expect(sent).toEqual([['first', 'second', 'third']]);
  });

  it('begins anew with each turn', async () => {
    const { sent, write } = sender();
    write('a', 'first');
    await turn();
    write('b', 'second');
    write('a', 'third');
    await turn();
    expect(sent).toEqual([['first'], ['second', 'third']]);
  });

  it('has no two values of one key where a turn brings the second before the first is sent', async () => {
    const { sent, write } = sender();
    setImmediate(() => write('a', 'second'));
    write('a', 'first');
    await turn();
    await turn();
    expect(sent).toEqual([['first'], ['second']]);
  });
});
