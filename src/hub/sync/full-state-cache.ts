import { type Document, OutgoingMessage } from '@hocuspocus/server';
import * as Y from 'yjs';

/** Bytes of cached answers. */
const MOST = 64 << 20;
/** Numbers of the sync protocol: the message type, and the step that carries an update. */
const [SYNC, STEP_2] = [0, 1];

/** Caches encoded rooms: however many clients reconnect after an outage, each room is encoded once. */
export class FullStateCache {
  private readonly most: number;
  /** In the order of last use. */
  private readonly answers = new Map<Document, Uint8Array>();
  private readonly watched = new WeakSet<Document>();
  private bytes = 0;

  constructor(most = MOST) {
    this.most = most;
  }

  /** The answer for a client that has nothing of a room; cached until the room changes or is unloaded. */
  of(document: Document): Uint8Array {
    const known = this.answers.get(document);
    const answer = known ?? written(document);
    this.drop(document);
    this.put(document, answer);
    return answer;
  }

  private put(document: Document, answer: Uint8Array): void {
    if (!this.watched.has(document)) this.watch(document);
    this.answers.set(document, answer);
    this.bytes += answer.byteLength;
    while (this.bytes > this.most) {
      const oldest = this.answers.keys().next();
      if (oldest.done) return;
      this.drop(oldest.value);
    }
  }

  private watch(document: Document): void {
    this.watched.add(document);
    document.on('update', () => this.drop(document));
    document.on('destroy', () => this.drop(document));
  }

  private drop(document: Document): void {
    this.bytes -= this.answers.get(document)?.byteLength ?? 0;
    this.answers.delete(document);
  }
}

/** Encodes a whole room as an answer to a first sync step. */
function written(document: Document): Uint8Array {
  const update = Y.encodeStateAsUpdate(document);
  const name = Buffer.from(document.name);
  const head = [...numbered(name.byteLength), ...name, SYNC, STEP_2, ...numbered(update.byteLength)];
  return Buffer.concat([Buffer.from(head), update]);
}

/** A lib0 varint. */
function numbered(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push(128 + (rest % 128));
  return [...bytes, rest];
}

/** The hub's own first sync step, which asks the client for what the hub lacks, as the library would send it. */
export const firstStepFor = (document: Document): Uint8Array =>
  new OutgoingMessage(document.name).createSyncMessage().writeFirstSyncStepFor(document).toUint8Array();
