import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event } from '../../../src/activity/event.ts';
import { mergeEvents } from '../../../src/activity/merge.ts';
import { isSame } from '../../../src/archive/deep-equal.ts';
import { mergeRows } from '../../../src/archive/merge-rows.ts';
import { Capture } from '../../../src/capture/capture.ts';
import { joinNotes, mergeCaptures } from '../../../src/capture/merge-captures.ts';
import { capture } from '../../browser/capture/stored.ts';

const row = fc.record({
  at: fc.integer({ min: 0, max: 3 }),
  words: fc.constantFrom('', 'a', 'b'),
  list: fc.array(fc.constantFrom('p', 'q', 'r')),
  undone: fc.constantFrom(0, 0, 5, 9),
});
const kept = fc
  .record({
    at: fc.integer({ min: 1, max: 9 }),
    looks: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
    tags: fc.uniqueArray(fc.constantFrom('味', '香り', 'gift')),
    note: fc.constantFrom('', '香りがよい', 'ask her'),
    event: fc.constantFrom('c-one', 'c-two'),
    undone: fc.constantFrom(0, 0, 7),
  })
  .map(({ looks, ...part }) =>
    capture('1', part.at, { ...part, looks: looks.sort().map((at) => ({ at, counts: {}, text: `${at}` })) }),
  );

describe('joining two rows of one key', () => {
  it('changes nothing when it is done again, nor with itself', () => {
    fc.assert(
      fc.property(row, row, (mine, theirs) => {
        const once = mergeRows(mine, theirs);
        expect(isSame(mergeRows(once, theirs), once)).toBe(true);
        expect(isSame(mergeRows(mine, mine), { ...mine, list: mine.list })).toBe(true);
        expect(once.undone === 0).toBe(mine.undone === 0 && theirs.undone === 0);
        expect(new Set(once.list as string[])).toEqual(new Set([...mine.list, ...theirs.list]));
      }),
    );
  });

  it('loses nothing of two captures, and gives one that fits its schema', () => {
    fc.assert(
      fc.property(kept, kept, (mine, theirs) => {
        const once = mergeCaptures(mine, theirs);
        expect(Capture.safeParse(once).success).toBe(true);
        expect(isSame(mergeCaptures(once, theirs), once)).toBe(true);
        const looks = [...mine.looks, ...theirs.looks].map((look) => look.at);
        expect(new Set(once.looks.map((look) => look.at))).toEqual(new Set(looks));
        for (const tag of [...mine.tags, ...theirs.tags]) expect(once.tags).toContain(tag);
        for (const note of [mine.note, theirs.note]) expect(once.note).toContain(note);
      }),
    );
  });

  it('keeps an event that was taken back anywhere taken back', () => {
    const event = (undone: number) => ({ id: 'event-0001', undone }) as Event;
    expect(mergeEvents(event(0), event(5)).undone).toBe(5);
    expect(mergeEvents(event(3), event(0)).undone).toBe(3);
    expect(mergeEvents(event(3), event(5)).undone).toBe(3);
  });

  it('puts the shorter note after the longer one, once', () => {
    expect(joinNotes('long note', 'b')).toBe('long note\n\nb');
    expect(joinNotes('b', 'long note')).toBe('long note\n\nb');
    expect(joinNotes('long note\n\nb', 'b')).toBe('long note\n\nb');
    expect(joinNotes('', 'b')).toBe('b');
  });
});
