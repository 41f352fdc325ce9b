import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANNELS } from '../../../../src/share/channels/index.ts';
import { inUse, moved, placed, toggled } from '../../../../src/share/views/networks/network-order.ts';

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

  it('puts one at another’s place, and all others keep their order (law)', () => {
    expect(placed(['a', 'b', 'c', 'd'], 'a', 'c')).toEqual(['b', 'c', 'a', 'd']);
    expect(placed(['a', 'b', 'c', 'd'], 'd', 'b')).toEqual(['a', 'd', 'b', 'c']);
    expect(placed(['a'], 'b', 'a')).toEqual(['a']);
    fc.assert(
      fc.property(chosen, id, id, (order, one, at) => {
        const after = placed(order, one, at);
        expect(after.filter((other) => other !== one)).toEqual(order.filter((other) => other !== one));
        if (order.includes(one) && order.includes(at)) expect(after.indexOf(one)).toBe(order.indexOf(at));
        else expect(after).toEqual(order);
      }),
    );
  });

  it('leaves out a channel that no longer exists', () => {
    expect(inUse(['x', 'gone', 'line'])).toEqual(['x', 'line']);
  });
});
