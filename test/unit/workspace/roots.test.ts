import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { room, roomsWith, root } from '../../../src/workspace/room.ts';

const notes = room({
  kind: 'notes',
  parts: ['month'],
  writes: 'member',
  reads: 'member',
  purpose: 'roomLibraryPurpose',
  keep: 'always',
  leaves: true,
});
const item = z.object({ text: z.string() });

describe('roots', () => {
  it('of one kind of room come from several capabilities', () => {
    const [declared] = roomsWith(
      [notes],
      [root({ room: 'notes', name: 'pages', item }), root({ room: 'notes', name: 'marks', item })],
    );
    expect([...(declared?.roots.keys() ?? [])]).toEqual(['pages', 'marks']);
    expect(declared?.roots.get('pages')).toBe(item);
    expect(declared?.roots.get('constructor')).toBeUndefined();
  });

  it('in no room, or declared twice, stop the program', () => {
    const pages = root({ room: 'notes', name: 'pages', item });
    expect(() => roomsWith([], [pages])).toThrow('pages of notes');
    expect(() => roomsWith([notes], [pages, pages])).toThrow('pages of notes');
  });
});
