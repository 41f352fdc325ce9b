import { expect, it } from 'vitest';
import { Turns } from '../../../src/workspace/turns.ts';

it('work is done in turn, whatever came of what went before, and answers with its own outcome', async () => {
  const turns = new Turns();
  const log: string[] = [];
  let go = () => {};
  const first = turns.next(async () => {
    log.push('first begins');
    await new Promise<void>((resolve) => {
      go = resolve;
    });
    log.push('first ends');
    return 1;
  });
  const second = turns.next(() => {
    log.push('second');
    throw new Error('no');
  });
  const third = turns.next(async () => void log.push('third'));
  await Promise.resolve();
  expect(log).toEqual(['first begins']);
  go();
  expect(await first).toBe(1);
  await expect(second).rejects.toThrow('no');
  await third;
  expect(log).toEqual(['first begins', 'first ends', 'second', 'third']);
});

it('what has a turn has ended, also where it failed and nobody looked', async () => {
  const turns = new Turns();
  let isDone = false;
  turns.next(() => Promise.reject(new Error('no'))).catch(() => undefined);
  void turns.next(async () => {
    isDone = true;
  });
  await turns.ended();
  expect(isDone).toBe(true);
});
