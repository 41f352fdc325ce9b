import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { RANGE } from '../../src/workspace/room.ts';

export interface CrowdAsk {
  readonly port: number;
  readonly path: string;
  readonly room: string;
  readonly devices: readonly { device: number; token: string }[];
  readonly edits: number;
  /** Edits a second. */
  readonly rate: number;
}
export interface Crowd {
  /** ms from an edit to its being seen by another device, of a part of the devices. */
  readonly fanout: number[];
  /** ms from an edit to its answer. */
  readonly ack: number[];
}

/** Devices that write, and every how many of the others looks at the clock when an edit comes. */
const WRITERS = 50;
const LOOKS = 40;

type Member = { provider: HocuspocusProvider; doc: Y.Doc };

/**
 * A device that only receives. In life each has a processor of its own; a thousand documents that this one process
 * brings up to date one after the other would be what is measured, and not the hub.
 */
function onlyReceive({ provider }: Member): void {
  const socket: unknown = provider.configuration.websocketProvider.webSocket;
  if (socket instanceof WebSocket) socket.removeAllListeners('message');
}

async function joinAll({ port, path, room, devices }: CrowdAsk): Promise<Member[]> {
  const all: Member[] = [];
  for (let from = 0; from < devices.length; from += 50) {
    const some = devices.slice(from, from + 50).map(({ device, token }) => {
      const doc = new Y.Doc();
      doc.clientID = device * RANGE + 1;
      const websocketProvider = new HocuspocusProviderWebsocket({
        url: `ws://127.0.0.1:${port}${path}`,
        // Node's own takes twice the time for a message.
        WebSocketPolyfill: WebSocket,
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
    });
    await Promise.all(
      some.map(({ provider }) => new Promise<void>((done) => provider.on('synced', () => done()))),
    );
    all.push(...some);
  }
  return all;
}

async function run(ask: CrowdAsk): Promise<Crowd> {
  const members = await joinAll(ask);
  const written = new Map<string, number>();
  const fanout: number[] = [];
  const ack: number[] = [];
  let heard = 0;
  let lookers = 0;
  for (const [at, member] of members.entries()) {
    if (at < WRITERS) continue;
    if (at % LOOKS !== 0) {
      onlyReceive(member);
      continue;
    }
    lookers += 1;
    member.doc.getMap('items').observe(({ keysChanged, transaction }) => {
      if (transaction.local) return;
      heard += 1;
      for (const key of keysChanged) fanout.push(performance.now() - (written.get(key) ?? 0));
    });
  }
  for (let n = 0; n < ask.edits; n += 1) {
    const writer = members[(n * 7) % WRITERS];
    if (!writer) break;
    const key = `e${n}`;
    const began = performance.now();
    written.set(key, began);
    const answered = ({ number }: { number: number }) => {
      if (number !== 0) return;
      ack.push(performance.now() - began);
      writer.provider.off('unsyncedChanges', answered);
    };
    writer.doc.getMap('items').set(key, { id: key, at: n, words: 'x'.repeat(300) });
    writer.provider.on('unsyncedChanges', answered);
    await new Promise((turn) => setTimeout(turn, 1000 / ask.rate));
  }
  const limit = Date.now() + 20_000;
  while ((heard < ask.edits * lookers || ack.length < ask.edits) && Date.now() < limit)
    await new Promise((turn) => setTimeout(turn, 20));
  if (ack.length < ask.edits) throw new Error(`${ack.length} of ${ask.edits} edits were answered`);
  return { fanout, ack };
}

process.once('message', (ask) => {
  run(ask as CrowdAsk).then(
    (crowd) => process.send?.(crowd),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
