import { describe, expect, it } from 'vitest';
import { optionsIn } from '../../../src/activity/filter-options.ts';
import { event, rolledUp } from './facts.ts';

describe('what a filter offers', () => {
  it('is what ever counted, most first, without empty channels', () => {
    const used = optionsIn(
      rolledUp([
        event({ channel: 'line', day: 1 }),
        event({ channel: 'x', day: 2 }),
        event({ channel: 'x', day: 3, type: 'opened' }),
        event({ channel: '', day: 3, type: 'captured', site: 'page', place: 'shop.example' }),
      ]),
    );
    expect(used).toEqual({
      types: ['prepared', 'opened', 'captured'],
      channels: ['x', 'line'],
      sites: ['x', 'shop.example'],
    });
  });
  it('is nothing in an empty diary', () => {
    expect(optionsIn([])).toEqual({ types: [], channels: [], sites: [] });
  });
});
