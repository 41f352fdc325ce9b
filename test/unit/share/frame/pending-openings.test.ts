import { describe, expect, it } from 'vitest';
import type { WindowRequest } from '../../../../src/share/frame/messages.ts';
import { sheetEnter, sheetOpening } from '../../../../src/share/frame/messages.ts';
import { PendingOpenings } from '../../../../src/share/frame/pending-openings.ts';
import { newToken } from '../../../../src/share/frame/token.ts';

const request = { wish: 'keep', why: 'unseen', post: {} } as unknown as WindowRequest;

describe('an opening of the sheet', () => {
  it('lets one frame in, of the tab that opens it, once and soon', () => {
    const openings = new PendingOpenings();
    const token = newToken();
    openings.opens(token, 7, 1000);
    expect(openings.enters(newToken(), 7, 1001)).toBe(false);
    expect(openings.enters(token, 8, 1001)).toBe(false);
    expect(openings.enters(token, null, 1001)).toBe(false);
    expect(openings.enters(token, 7, 1002)).toBe(true);
    expect(openings.enters(token, 7, 1003)).toBe(false);
    openings.opens(token, 7, 1000);
    expect(openings.enters(token, 7, 60_000)).toBe(false);
  });

  it('tells a window once what it is for', () => {
    const openings = new PendingOpenings();
    openings.asks('a', request);
    expect([openings.takes('b'), openings.takes('a'), openings.takes('a')]).toEqual([null, request, null]);
  });

  it('forgets the oldest where a page asks without end', () => {
    const openings = new PendingOpenings();
    const tokens = Array.from({ length: 200 }, newToken);
    for (const token of tokens) openings.opens(token, 7, 0);
    const left = tokens.filter((token) => openings.enters(token, 7, 1));
    expect(left).toEqual(tokens.slice(-50));
  });

  it('has a name that nobody guesses, and takes no other', () => {
    const many = new Set(Array.from({ length: 500 }, newToken));
    expect(many.size).toBe(500);
    for (const token of many) expect(sheetOpening.ask.safeParse({ token }).success).toBe(true);
    for (const token of ['', 'a', `${'0'.repeat(31)}g`, '0'.repeat(33)])
      expect(sheetEnter.ask.safeParse({ token }).success).toBe(false);
  });

  it('is requested by pages, and entered by our own alone', () => {
    expect([sheetOpening.from, sheetEnter.from]).toEqual(['page', 'own']);
  });
});
