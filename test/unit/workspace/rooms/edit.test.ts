import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { drawEdit, type Entry } from '../../../../src/workspace/rooms/edit.ts';

const ROOT = 'items';
const entry = fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), value: fc.jsonValue() });
const batch = fc.uniqueArray(entry, { minLength: 1, maxLength: 4, selector: ({ key }) => key });

/** What Yjs itself makes of the same entries. */
function setByYjs(doc: Y.Doc, entries: readonly Entry[], client: number): Uint8Array | null {
  let made: Uint8Array | null = null;
  const map = doc.getMap<unknown>(ROOT);
  doc.clientID = client;
  doc.once('update', (update: Uint8Array) => {
    made = update;
  });
  doc.transact(() => {
    for (const { key, value } of entries)
      if (!map.has(key) || JSON.stringify(map.get(key)) !== JSON.stringify(value)) map.set(key, value);
  });
  return made;
}

const stateOf = (doc: Y.Doc) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('hex');

describe('an edit that is drawn', () => {
  it('is what Yjs would make of it, and leaves the document as it is', () => {
    const writes = fc.array(fc.record({ entries: batch, client: fc.integer({ min: 1, max: 3 }) }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(writes, (all) => {
        const [own, theirs] = [new Y.Doc(), new Y.Doc()];
        for (const { entries, client } of all) {
          const before = stateOf(own);
          const edit = drawEdit(own, ROOT, entries, client);
          expect(stateOf(own)).toBe(before);
          const made = setByYjs(theirs, entries, client);
          expect(edit === null).toBe(made === null);
          if (!edit) continue;
          Y.applyUpdate(own, edit.update);
          expect(Y.getState(own.store, client)).toBe(edit.clock + 1);
          expect(stateOf(own)).toBe(stateOf(theirs));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('comes to the same on every device, in whatever order three of them hear of each other', () => {
    const step = fc.record({
      writer: fc.integer({ min: 0, max: 2 }),
      entries: batch,
      hears: fc.option(fc.integer({ min: 0, max: 2 }), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
        const updates: Uint8Array[] = [];
        for (const { writer, entries, hears } of steps) {
          const doc = docs[writer] ?? new Y.Doc();
          const from = hears === null ? undefined : docs[hears];
          if (from) Y.applyUpdate(doc, Y.encodeStateAsUpdate(from));
          const edit = drawEdit(doc, ROOT, entries, writer + 1);
          if (!edit) continue;
          Y.applyUpdate(doc, edit.update);
          updates.push(edit.update);
        }
        const shown = docs.map((doc) => {
          for (const update of updates.toReversed()) Y.applyUpdate(doc, update);
          expect(doc.store.pendingStructs).toBe(null);
          return Object.fromEntries(doc.getMap(ROOT).entries());
        });
        expect(shown[1]).toEqual(shown[0]);
        expect(shown[2]).toEqual(shown[0]);
      }),
      { numRuns: 100 },
    );
  });

  it('stands on another that is drawn and not applied yet, and takes the last of two of one key', () => {
    const doc = new Y.Doc();
    const first = drawEdit(doc, ROOT, [{ key: 'a', value: 1 }], 7);
    const repeated = [
      { key: 'b', value: 1 },
      { key: 'b', value: 2 },
    ];
    const second = drawEdit(doc, ROOT, repeated, 7, (first?.clock ?? 0) + 1);
    expect([first?.clock, second?.clock, second?.fresh]).toEqual([0, 1, [{ key: 'b', value: 2 }]]);
    for (const edit of [second, first]) if (edit) Y.applyUpdate(doc, edit.update);
    expect(doc.getMap(ROOT).toJSON()).toEqual({ a: 1, b: 2 });
    expect(doc.store.pendingStructs).toBe(null);
  });
});
