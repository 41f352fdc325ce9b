import { type Document, OutgoingMessage } from '@hocuspocus/server';
import * as Y from 'yjs';

/** Bytes of answers that are held for whoever asks next. */
const MOST = 64 << 20;
/** Kinds and steps of the sync protocol, by the library's numbers. */
const [SYNC, STEP_2] = [0, 1];

/** Whole rooms as they were written down last: however many ask after a break of the line, a room is encoded once. */
export class FullStateCache {
  private readonly most: number;
  /** In the order of their last use. */
  private readonly answers = new Map<Document, Uint8Array>();
  private readonly watched = new WeakSet<Document>();
  private bytes = 0;

  constructor(most = MOST) {
    this.most = most;
  }

  /** What is answered to who has nothing of a room; the same bytes to all, until the room changes or is unloaded. */
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

/** All of a room as an answer to a first step. */
function written(document: Document): Uint8Array {
  const update = Y.encodeStateAsUpdate(document);
  const name = Buffer.from(document.name);
  const head = [...numbered(name.byteLength), ...name, SYNC, STEP_2, ...numbered(update.byteLength)];
  return Buffer.concat([Buffer.from(head), update]);
}

/** A number as lib0 writes it. */
function numbered(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push(128 + (rest % 128));
  return [...bytes, rest];
}

/** What the hub lacks of what the asker has, asked for as the library does. */
export const firstStepFor = (document: Document): Uint8Array =>
  new OutgoingMessage(document.name).createSyncMessage().writeFirstSyncStepFor(document).toUint8Array();
