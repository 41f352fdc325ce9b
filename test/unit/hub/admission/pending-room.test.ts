import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { PendingRoom } from '../../../../src/hub/admission/pending-room.ts';
import { RANGE } from '../../../../src/workspace/room.ts';
import { FULL } from '../../../../src/workspace/rooms/fill.ts';
import { after, handmade, item, varint, WORD } from '../../../attack/crafted.ts';
import { TERMS } from '../rooms.ts';

const DEVICE = 3;
const own = DEVICE * RANGE;
/** How many bytes a room has to grow before its size is counted again. */
const RECOUNT = 256 * 1024;

/** A room, and a device that writes what a test has it write into it. */
class Writing {
  readonly room: PendingRoom;
  private readonly doc: Y.Doc;
  constructor(doc: Y.Doc) {
    this.doc = doc;
    this.room = new PendingRoom(doc);
  }

  /** Sets a text of so many characters; the bytes that were written, or why it was refused. */
  set(key: string, length: number): number | string {
    const device = new Y.Doc();
    Y.applyUpdate(device, Y.encodeStateAsUpdate(this.doc));
    device.clientID = own;
    const before = Y.encodeStateVector(device);
    device.getMap('items').set(key, 'x'.repeat(length));
    const update = Y.encodeStateAsUpdate(device, before);
    const answer = this.room.admit(update.slice(), DEVICE, TERMS);
    if (!answer.ok) return answer.reason;
    if (answer.written) Y.applyUpdate(this.doc, answer.written.bytes);
    return answer.written?.bytes.byteLength ?? 0;
  }
}

/** A document of about so many bytes, in `large`. */
function docOf(bytes: number): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 1;
  doc.getMap('items').set('large', 'x'.repeat(bytes));
  doc.getMap('items').set('small', '');
  return doc;
}

describe('a room that is full', () => {
  it('takes no new item, and every change of one that is there', () => {
    const writing = new Writing(docOf(FULL.bytes + 1000));
    expect(writing.set('new', 1)).toBe('full');
    expect(writing.set('small', 1)).toBeGreaterThan(0);
  });

  it('takes as many items as it may hold', () => {
    const doc = new Y.Doc();
    doc.clientID = 1;
    for (let at = 1; at < FULL.items; at += 1) doc.getMap('items').set(`k${at}`, 1);
    const writing = new Writing(doc);
    expect(writing.set('last', 1)).toBeGreaterThan(0);
    expect(writing.set('more', 1)).toBe('full');
  });

  it('counts what waits to be written as well', () => {
    const device = new Y.Doc();
    device.clientID = 1;
    device.getMap('items').set('large', 'x'.repeat(FULL.bytes));
    const room = new PendingRoom(new Y.Doc(), [Y.encodeStateAsUpdate(device)]);
    expect(room.fill.bytes).toBeGreaterThan(FULL.bytes);
    expect(room.admit(handmade(own, 0, [item(8, WORD)]), DEVICE, TERMS)).toEqual({
      ok: false,
      reason: 'full',
    });
  });

  it('is counted anew where it has grown by a quarter of a megabyte, and not before', () => {
    const withGrowth = (bytes: number) => {
      const writing = new Writing(docOf(FULL.bytes - RECOUNT));
      // It is there once, however often it was written.
      const [first, second] = [RECOUNT - 1000, bytes - (RECOUNT - 1000)];
      const overhead = Number(writing.set('small', first)) - first;
      const more = Number(writing.set('small', second - overhead * 2));
      const grown = first + overhead + more;
      return { grown, answer: writing.set('new', 1000) };
    };
    const { grown } = withGrowth(RECOUNT);
    const missing = RECOUNT - grown;
    expect(withGrowth(RECOUNT + missing)).toEqual({ grown: RECOUNT, answer: expect.any(Number) });
    expect(withGrowth(RECOUNT + missing - 1)).toEqual({ grown: RECOUNT - 1, answer: 'full' });
  });

  it('is counted anew as often as it has grown so much', () => {
    const writing = new Writing(docOf(FULL.bytes - 2 * RECOUNT));
    const answers: unknown[] = [];
    for (let at = 0; at < 3; at += 1) {
      for (let n = 0; n < 3; n += 1) writing.set('small', RECOUNT - 1000);
      answers.push(writing.set(`new${at}`, 1));
    }
    expect(answers).toEqual(answers.map(() => expect.any(Number)));
  });

  it('is counted anew only where it would be full otherwise', () => {
    const writing = new Writing(docOf(FULL.bytes - RECOUNT / 2));
    writing.set('small', RECOUNT + 1000);
    writing.set('small', 1);
    // By what was written it is full, and in truth it is not.
    expect(writing.set('new', 1)).toEqual(expect.any(Number));
  });

  it('is measured by its last count, though it was larger before that', () => {
    const writing = new Writing(docOf(FULL.bytes - 1000));
    writing.set('large', 1);
    writing.set('small', RECOUNT);
    expect(writing.set('new', 1)).toEqual(expect.any(Number));
    const { bytes } = writing.room.fill;
    expect(bytes).toBeLessThan(2 * RECOUNT);
    const quarter = Math.ceil((FULL.bytes - bytes) / 4);
    for (let at = 0; at < 4; at += 1) writing.set('small', quarter);
    expect(writing.room.fill.bytes).toBeGreaterThan(FULL.bytes);
    expect(writing.set('more', 1)).toEqual(expect.any(Number));
  });

  it('takes once more what it has, even where it takes nothing else', () => {
    const device = new Y.Doc();
    device.clientID = own;
    device.getMap('items').set('k', 1);
    const update = Y.encodeStateAsUpdate(device);
    const doc = docOf(FULL.bytes * 2 + 1000);
    Y.applyUpdate(doc, update);
    const writing = new Writing(doc);
    expect(writing.set('small', 1)).toBe('full');
    expect(writing.room.admit(update, DEVICE, TERMS)).toEqual({ ok: true, written: null });
  });

  it('is refused more than one update may have, to the byte', () => {
    const update = handmade(own, 0, [item(8, WORD)]);
    const answer = (bytes: number) => new PendingRoom(new Y.Doc()).admit(update, DEVICE, { ...TERMS, bytes });
    expect(answer(update.byteLength)).toMatchObject({ ok: true });
    expect(answer(update.byteLength - 1)).toEqual({ ok: false, reason: 'oversize' });
  });
});

describe('a room in which something waits since an older hub', () => {
  it.each([
    ['an item without what it stands behind', handmade(RANGE, 5, [after(RANGE, 4)])],
    ['a deletion of what nobody wrote', Uint8Array.from([0, 1, ...varint(RANGE), 1, 7, 1])],
  ])('takes what comes beside it: %s', (_, waiting) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, waiting);
    const room = new PendingRoom(doc);
    for (const clock of [0, 1])
      expect(
        room.admit(handmade(own, clock, [item(8, WORD, 'items', `k${clock}`)]), DEVICE, TERMS),
      ).toMatchObject({
        ok: true,
        written: { changes: [{ root: 'items', key: `k${clock}`, value: 'v' }] },
      });
    expect(room.isBroken).toBe(false);
  });
});

describe('the hub’s own changes of a room', () => {
  const change = (key: string, value?: unknown) => ({
    root: 'items',
    key,
    ...(value !== undefined && { value }),
  });

  it('are by the client id that their caller chooses, and nothing where nothing changes', () => {
    const room = new PendingRoom(new Y.Doc());
    const clientFor = (_: string, key: string) => (key === 'a' ? 11 : 12);
    const changes = [change('a', 1), change('b', 2)];
    expect(room.change(changes, clientFor)?.changes).toEqual(changes);
    expect([room.clientOf('items', 'a'), room.clientOf('items', 'b')]).toEqual([11, 12]);
    expect([room.clientOf('items', 'c'), room.clientOf('nowhere', 'a')]).toEqual([0, 0]);
    expect([...room.clients].sort()).toEqual([11, 12]);
    expect(room.change([change('c')], clientFor)).toBeNull();
    expect(room.change([change('a')], clientFor)?.changes).toEqual([change('a')]);
    expect(room.values('items')).toEqual({ b: 2 });
  });

  it('that fail halfway leave a copy that is thrown away', () => {
    const room = new PendingRoom(new Y.Doc());
    const clientFor = (_: string, key: string) => {
      if (key === 'b') throw new Error('nobody');
      return 11;
    };
    expect(room.isBroken).toBe(false);
    expect(() => room.change([change('a', 1), change('b', 2)], clientFor)).toThrow('nobody');
    expect(room.isBroken).toBe(true);
  });
});
