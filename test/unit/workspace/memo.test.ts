import { expect, test, vi } from 'vitest';
import { memo } from '../../../src/workspace/memo.ts';

test('a text that comes again is not worked out again, nor is one whose answer is nothing', () => {
  const work = vi.fn((text: string) => (text === 'none' ? undefined : text.length));
  const lengthOf = memo(10, work);
  expect([lengthOf('ab'), lengthOf('ab'), lengthOf('none'), lengthOf('none')]).toEqual([
    2,
    2,
    undefined,
    undefined,
  ]);
  expect(work).toHaveBeenCalledTimes(2);
});

test('what comes again and again is known however many others come, and of those few are', () => {
  const work = vi.fn((text: string) => text.length);
  const lengthOf = memo(10, work);
  for (let n = 0; n < 1000; n += 1) {
    lengthOf('often');
    lengthOf(`other ${n}`);
  }
  expect(work).toHaveBeenCalledTimes(1001);
  lengthOf('other 999');
  lengthOf('other 3');
  expect(work).toHaveBeenCalledTimes(1002);
});

test('a text with the name of what every object has is a text like others', () => {
  const lengthOf = memo(10, (text) => text.length);
  expect(['__proto__', 'constructor', 'constructor'].map(lengthOf)).toEqual([9, 11, 11]);
});
