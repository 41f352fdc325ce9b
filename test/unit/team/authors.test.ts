import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { authorsOf, ownersOf } from '../../../src/team/authors.ts';
import { RANGE } from '../../../src/workspace/room.ts';
import { devicesOf } from '../../../src/workspace/rooms/item-devices.ts';

const [ANN, BOB, CLEO] = [3, 4, 5];
const OWNERS = ownersOf(
  [
    { id: 'ann', devices: [ANN, 7] },
    { id: 'bob', devices: [BOB] },
  ],
  { member: 'cleo', device: CLEO },
);

/** A replica of one device that knows what another has. */
function replica(device: number, from?: Y.Doc): Y.Doc {
  const doc = new Y.Doc();
  if (from) Y.applyUpdate(doc, Y.encodeStateAsUpdate(from));
  doc.clientID = device * RANGE + 1;
  return doc;
}
const written = (doc: Y.Doc, value: unknown) => {
  doc.getMap('items').set('k', value);
  return doc;
};
const merged = (...docs: Y.Doc[]) => {
  const doc = new Y.Doc();
  for (const one of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(one));
  return doc;
};
const writers = (doc: Y.Doc) => devicesOf(doc.getMap('items'), 'k');
const authors = (doc: Y.Doc) => authorsOf(writers(doc), OWNERS);

describe('who wrote an item', () => {
  it('is whoever has the device, also by another of theirs, and nobody where nothing stands', () => {
    expect(writers(new Y.Doc())).toEqual([]);
    const doc = written(replica(ANN), { by: 'bob' });
    expect(authors(doc)).toEqual({ first: 'ann', last: 'ann' });
    expect(authors(written(replica(7, doc), 2))).toEqual({ first: 'ann', last: 'ann' });
  });

  it('is who began it and who wrote last, over many edits and what Yjs joined of them', () => {
    let doc = written(replica(ANN), 0);
    for (let n = 0; n < 50; n += 1) written(doc, n);
    doc = written(replica(CLEO, doc), 'c');
    doc = written(replica(BOB, doc), 'b');
    const again = merged(doc);
    expect(writers(again)).toEqual([ANN, CLEO, BOB]);
    expect(authors(again)).toEqual({ first: 'ann', last: 'bob' });
  });

  it('is not somebody who slips an edit below it that nobody ever saw', () => {
    const doc = written(replica(BOB), 'of Bob');
    const below = merged(doc, written(replica(ANN), 'of Ann, unseen'));
    expect(below.getMap('items').get('k')).toBe('of Bob');
    expect(authors(below)).toEqual({ first: 'bob', last: 'bob' });
  });

  it('is who began it anew, where another writes over it without having seen it', () => {
    const doc = merged(written(replica(ANN), 'of Ann'), written(replica(BOB), 'of Bob'));
    expect(doc.getMap('items').get('k')).toBe('of Bob');
    expect(authors(doc)).toEqual({ first: 'bob', last: 'bob' });
  });

  it('is the one before, where the hub took out what an erased person wrote', () => {
    const ann = written(replica(ANN), 'of Ann');
    const erased = written(replica(99, ann), 'of somebody who is erased');
    const hub = written(replica(0, erased), 'of Ann');
    expect(authors(hub)).toEqual({ first: 'ann', last: 'ann' });
  });

  it('is not known of a device that the team’s room does not name yet', () => {
    expect(authors(written(replica(99), 1))).toEqual({ first: '', last: '' });
    const ann = written(replica(ANN), 1);
    expect(authors(written(replica(99, ann), 2))).toEqual({ first: 'ann', last: '' });
  });
});
