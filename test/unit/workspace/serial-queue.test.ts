import { expect, it } from 'vitest';
import { SerialQueue } from '../../../src/workspace/serial-queue.ts';

it('work is done in turn, whatever came of what went before, and answers with its own outcome', async () => {
  const turns = new SerialQueue();
  const log: string[] = [];
  let go = () => {};
  const first = turns.run(async () => {
    log.push('first begins');
    await new Promise<void>((resolve) => {
      go = resolve;
    });
    log.push('first ends');
    return 1;
  });
  const second = turns.run(() => {
    log.push('second');
    throw new Error('no');
  });
  const third = turns.run(async () => void log.push('third'));
  await Promise.resolve();
  expect(log).toEqual(['first begins']);
  go();
  expect(await first).toBe(1);
  await expect(second).rejects.toThrow('no');
  await third;
  expect(log).toEqual(['first begins', 'first ends', 'second', 'third']);
});

it('what has a turn has ended, also where it failed and nobody looked', async () => {
  const turns = new SerialQueue();
  let isDone = false;
  turns.run(() => Promise.reject(new Error('no'))).catch(() => undefined);
  void turns.run(async () => {
    isDone = true;
  });
  await turns.idle();
  expect(isDone).toBe(true);
});
