import { describe, expect, it } from 'vitest';
import * as feed from '../../../src/feed/button-choice.ts';
import { SHOWN, switched } from '../../../src/team/buttons.ts';

describe('buttons of a site', () => {
  it('are switched one by one, both may be off', () => {
    expect(switched('both', 'share')).toBe('keep');
    expect(switched('keep', 'keep')).toBe('none');
    expect(switched('none', 'share')).toBe('share');
    expect(switched('share', 'keep')).toBe('both');
  });

  it('are as they were after switching twice', () => {
    for (const shown of SHOWN)
      for (const which of ['share', 'keep'] as const)
        expect(switched(switched(shown, which), which)).toBe(shown);
  });

  it('are the same for the feed, which knows nothing of a team', () => {
    expect(feed.SHOWN).toEqual(SHOWN);
  });
});
