import { Socket } from 'node:net';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { RANGE } from '../../src/workspace/room.ts';
import { anItem } from './an-item.ts';

export interface Where {
  readonly port: number;
  readonly path: string;
  readonly room: string;
}
/** What a device is there for: it writes, looks at the clock when an edit comes, or is only connected and receives. */
export type Part = 'writes' | 'looks' | 'receives';

/** Asked of a crowd's process by its parent. */
export type CrowdAsk =
  | {
      readonly join: readonly { device: number; token: string }[];
      readonly where: Where;
      readonly part: Part;
    }
  /** `rate`: edits a second. */
  | { readonly edits: number; readonly rate: number };

export interface Crowd {
  /** ms from an edit to its being seen by another device. */
  readonly fanout: number[];
  /** ms from an edit to its answer. */
  readonly ack: number[];
}

type Member = { provider: HocuspocusProvider; doc: Y.Doc };

const writers: Member[] = [];
let lookers = 0;
let heard = 0;
const written = new Map<string, number>();
const fanout: number[] = [];
const ack: number[] = [];

/**
 * A device that only receives. In life each has a processor of its own; what one process does for nine hundred of them, one
 * after the other, would be what is measured, and not the hub. So their bytes are taken from the line, and no more.
 */
function onlyReceive({ provider }: Member): void {
  const { webSocket } = provider.configuration.websocketProvider;
  const line: unknown = Reflect.get(Object(webSocket), '_socket');
  if (line instanceof Socket) line.removeAllListeners('data').resume();
}

function look({ doc }: Member): void {
  lookers += 1;
  doc.getMap('items').observe(({ keysChanged, transaction }) => {
    if (transaction.local) return;
    // Edits that the hub commits together may come as one message.
    heard += keysChanged.size;
    for (const key of keysChanged) fanout.push(performance.now() - (written.get(key) ?? 0));
  });
}

function connected({ port, path, room }: Where, device: number, token: string): Member {
  const doc = new Y.Doc();
  doc.clientID = device * RANGE + 1;
  const websocketProvider = new HocuspocusProviderWebsocket({
    url: `ws://127.0.0.1:${port}${path}`,
    // Node's own takes twice the time for a message.
    WebSocketPolyfill: WebSocket,
    // One whose bytes are only taken hears nothing, and would begin anew.
    messageReconnectTimeout: 600_000,
  });
  const provider = new HocuspocusProvider({
    websocketProvider,
    name: room,
    document: doc,
    token,
    awareness: null,
  });
  provider.attach();
  return { provider, doc };
}

async function joinAll({ join, where, part }: Extract<CrowdAsk, { join: unknown }>): Promise<null> {
  const members = join.map(({ device, token }) => connected(where, device, token));
  await Promise.all(
    members.map(({ provider }) => new Promise<void>((done) => provider.on('synced', () => done()))),
  );
  if (part === 'writes') writers.push(...members);
  else for (const member of members) (part === 'looks' ? look : onlyReceive)(member);
  return null;
}

/** Writes one item and notes when it is answered. */
function write({ doc, provider }: Member, n: number): void {
  const key = `e${n}`;
  const began = performance.now();
  written.set(key, began);
  const answered = ({ number }: { number: number }) => {
    if (number !== 0) return;
    ack.push(performance.now() - began);
    provider.off('unsyncedChanges', answered);
  };
  doc.getMap('items').set(key, anItem(key, n, 'x'.repeat(300)));
  provider.on('unsyncedChanges', answered);
}

async function writeAll({ edits, rate }: Extract<CrowdAsk, { edits: number }>): Promise<Crowd> {
  for (let n = 0; n < edits; n += 1) {
    const writer = writers[(n * 7) % writers.length];
    if (writer) write(writer, n);
    await new Promise((turn) => setTimeout(turn, 1000 / rate));
  }
  const limit = Date.now() + 20_000;
  while ((heard < edits * lookers || ack.length < edits) && Date.now() < limit)
    await new Promise((turn) => setTimeout(turn, 20));
  if (ack.length < edits) throw new Error(`${ack.length} of ${edits} edits were answered`);
  if (heard < edits * lookers) throw new Error(`${heard} of ${edits * lookers} looks saw an edit`);
  return { fanout, ack };
}

process.on('message', (ask: CrowdAsk) => {
  ('join' in ask ? joinAll(ask) : writeAll(ask)).then(
    (answer) => process.send?.({ answer }),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
