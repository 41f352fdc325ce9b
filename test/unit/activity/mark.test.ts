import { describe, expect, it } from 'vitest';
import { bitsOf, CAPTURED, markAfter, SHARED } from '../../../src/activity/mark.ts';

const blank = { post: 'x:1', shared: 0, kept: 0 };

describe('what a button shows', () => {
  it('is nothing for a post that was never touched', () => {
    expect(bitsOf(undefined)).toBe(0);
    expect(bitsOf(blank)).toBe(0);
  });
  it('shows shared and captured apart', () => {
    expect(bitsOf({ ...blank, shared: 2 })).toBe(SHARED);
    expect(bitsOf({ ...blank, kept: 1 })).toBe(CAPTURED);
    expect(bitsOf({ ...blank, shared: 1, kept: 1 })).toBe(SHARED | CAPTURED);
  });
  it('stays shared while one of two shares stands', () => {
    const twice = { ...blank, shared: 2 };
    const once = markAfter(twice, 'prepared', -1);
    expect(bitsOf(once ?? undefined)).toBe(SHARED);
  });
  it('is not touched by what leaves no mark', () => {
    expect(markAfter(blank, 'opened', 1)).toBeNull();
    expect(markAfter(blank, 'looked', 1)).toBeNull();
  });
});
