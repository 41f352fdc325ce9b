import { expect, it, vi } from 'vitest';
import { PartEvents } from '../../../../src/results/hub/part-events.ts';

const PARTS = ['member/bob/2026-11', 'member/bob/2026-11/2', 'member/bob/2026-11/3'];

it('only the part that changed is read again', async () => {
  const rows = new Map(PARTS.map((part) => [part, 1]));
  const read = vi.fn(async (part: string) => ({ [`none of ${part}`]: 'no event' }));
  const parts = new PartEvents(read, (part) => rows.get(part) ?? -1);
  const all = async () => {
    for (const part of PARTS) expect([...(await parts.of(part)).values()]).toEqual([null]);
  };
  await all();
  expect(read.mock.calls.flat()).toEqual(PARTS);
  rows.set('member/bob/2026-11/2', 2);
  await all();
  await all();
  expect(read.mock.calls.flat()).toEqual([...PARTS, 'member/bob/2026-11/2']);
});

it('what was written while a part was read is read the next time', async () => {
  let row = 1;
  const read = vi.fn(async () => {
    row = 2;
    return {};
  });
  const parts = new PartEvents(read, () => row);
  await parts.of('member/bob/2026-11');
  await parts.of('member/bob/2026-11');
  await parts.of('member/bob/2026-11');
  expect(read).toHaveBeenCalledTimes(2);
});

it('nothing is remembered that is to be forgotten', async () => {
  const read = vi.fn(async () => ({}));
  const parts = new PartEvents(read, () => 1);
  await parts.of('member/bob/2026-11');
  parts.forget();
  await parts.of('member/bob/2026-11');
  expect(read).toHaveBeenCalledTimes(2);
});
