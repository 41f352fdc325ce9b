import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANNELS } from '../../../../src/share/channels/index.ts';
import { inUse, moved, toggled } from '../../../../src/share/views/networks/network-order.ts';

const ids = CHANNELS.map(({ id }) => id);
const chosen = fc.shuffledSubarray(ids, { minLength: 1 });
const id = fc.constantFrom(...ids);

describe('the order of networks', () => {
  it('moves one place and back (law)', () => {
    fc.assert(
      fc.property(chosen, id, (order, one) => {
        const down = moved(order, one, 1);
        expect([...down].sort()).toEqual([...order].sort());
        if (down.join() !== order.join()) expect(moved(down, one, -1)).toEqual(order);
      }),
    );
  });

  it('never runs empty (law)', () => {
    fc.assert(fc.property(chosen, id, (order, one) => toggled(order, one).length > 0));
  });

  it('stops at the ends, and knows nothing of a channel that is off', () => {
    expect(moved(['x', 'line'], 'x', -1)).toEqual(['x', 'line']);
    expect(moved(['x', 'line'], 'line', 1)).toEqual(['x', 'line']);
    expect(moved(['x'], 'line', -1)).toEqual(['x']);
  });

  it('switches on at the end', () => {
    expect(toggled(['x'], 'line')).toEqual(['x', 'line']);
    expect(toggled(['x', 'line'], 'x')).toEqual(['line']);
  });

  it('leaves out a channel that no longer exists', () => {
    expect(inUse(['x', 'gone', 'line'])).toEqual(['x', 'line']);
  });
});
