import { expect, test } from 'vitest';
import { TurnThrottle } from '../../../../src/link/hub/turn-throttle.ts';

const turn = () => new Promise((go) => setImmediate(go));

test('so many go on in a turn, the others in the next ones, in their order', async () => {
  const pace = new TurnThrottle(3, 100);
  const gone: number[] = [];
  const enter = async (n: number) => {
    await pace.enter();
    gone.push(n);
  };
  for (let n = 0; n < 8; n += 1) void enter(n);
  await Promise.resolve();
  const seen = [gone.length];
  for (let at = 0; at < 3; at += 1) {
    await turn();
    seen.push(gone.length);
  }
  expect(seen).toEqual([3, 6, 8, 8]);
  expect(gone).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

test('whoever comes while others wait goes behind them', async () => {
  const pace = new TurnThrottle(1, 100);
  const gone: string[] = [];
  const enter = async (name: string) => {
    await pace.enter();
    gone.push(name);
  };
  void enter('first');
  void enter('second');
  await turn();
  void enter('third');
  await turn();
  await turn();
  expect(gone).toEqual(['first', 'second', 'third']);
});

test('nobody is let in to wait where too many do', async () => {
  const pace = new TurnThrottle(1, 2);
  for (let n = 0; n < 3; n += 1) void pace.enter();
  expect(pace.isFull).toBe(true);
  await turn();
  expect(pace.isFull).toBe(false);
});
