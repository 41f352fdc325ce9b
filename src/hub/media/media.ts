import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely, Transaction } from 'kysely';
import type { Refused } from '../../team/hub-api.ts';
import { typeOfBytes } from '../../workspace/rooms/media/type.ts';
import { flushPath } from '../store/flush.ts';
import type { Tables } from '../store/tables.ts';
import { partsOf } from './body.ts';
import { bytesOf, PartialUploads } from './partial-uploads.ts';

/** The largest medium, bytes. */
export const MOST_BYTES = 64 << 20;
/** Bytes of a medium that are hashed in one turn. */
const HASHED = 256 << 10;

/** A part of a medium: its first and last byte, and the size of the whole. */
export interface Piece {
  readonly hash: string;
  readonly from: number;
  readonly to: number;
  readonly all: number;
}

/** Who sends a part, and when. */
export interface SentBy {
  readonly member: string;
  readonly at: number;
  /** Whether they may still send media, checked within a transaction. */
  readonly stands: (within: Transaction<Tables>) => Promise<boolean>;
}

/** How much of a medium is there. A whole one is there for everybody, a part only for its sender. */
export interface There {
  readonly bytes: number;
  readonly whole: boolean;
}

/** A medium that can be read. */
export interface Medium {
  readonly hash: string;
  readonly type: string;
  readonly bytes: number;
}

type Body = AsyncIterable<Uint8Array>;
type Reason = Refused['refused'];

/** Media as files named by the hash of their bytes, and the unfinished uploads. */
export class Media {
  private readonly folder: string;
  private readonly halves: PartialUploads;
  private readonly db: Kysely<Tables>;
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(folder: string, db: Kysely<Tables>) {
    this.folder = join(folder, 'media');
    this.halves = new PartialUploads(join(this.folder, 'half'));
    this.db = db;
  }

  /** A complete medium. Its row is written last: a file without one is from a killed process and is uploaded again. */
  async find(hash: string): Promise<Medium | null> {
    const row = await this.rowOf(hash);
    // A row without its file counts as missing too, so that any device that has the medium can upload it again.
    const bytes = row && (await bytesOf(this.path({ hash })));
    return row && bytes === Number(row.bytes) ? { hash, type: row.type, bytes } : null;
  }

  private rowOf(hash: string) {
    const rows = this.db.selectFrom('medium').select(['type', 'bytes']);
    return rows.where('hash', '=', hash).executeTakeFirst();
  }

  /** Whether a medium is complete, or how many bytes that member has uploaded. */
  async there(hash: string, member: string): Promise<There> {
    const medium = await this.find(hash);
    if (medium) return { whole: true, bytes: medium.bytes };
    return { whole: false, bytes: await this.halves.bytes(hash, member) };
  }

  path({ hash }: Pick<Medium, 'hash'>): string {
    return join(this.folder, hash);
  }

  /** Receives a part that continues what is there; answers how much is there then. */
  receive(piece: Piece, { member, at }: SentBy, body: Body): Promise<There | Reason> {
    const { hash, from } = piece;
    return this.halves.writing(hash, member, async (cut) => {
      const there = await this.there(hash, member);
      const parts = partsOf(body, cut);
      if (there.whole || from !== there.bytes) return passedOver(parts, there);
      const first = await parts.next().catch(() => null);
      if (!first || first.done) return 'form';
      if (from === 0 && !typeOfBytes(first.value)) return 'media-type';
      if (from === 0) await this.halves.makeRoom(member, at);
      return this.halves.append({ hash, member, at }, piece, follow(first.value, parts));
    });
  }

  /** After a part was received: a complete upload whose type and hash are right becomes visible to everybody. */
  async settle(piece: Piece, by: SentBy, there: There): Promise<There | Refused> {
    if (!there.whole && there.bytes >= piece.all)
      return this.turn(piece.hash, () => this.finish(piece.hash, by));
    if (await this.db.transaction().execute(by.stands)) return there;
    await this.halves.remove(piece.hash, by.member);
    return { refused: 'session' };
  }

  /** Serialises the work on each medium. */
  private turn<Value>(hash: string, work: () => Promise<Value>): Promise<Value> {
    const before = this.turns.get(hash) ?? Promise.resolve();
    const turn = before.catch(() => {}).then(work);
    this.turns.set(hash, turn);
    void turn.finally(() => this.turns.get(hash) === turn && this.turns.delete(hash)).catch(() => {});
    return turn;
  }

  /** Locks the upload while it becomes the medium, or unchecked bytes could be appended and shown to everybody. */
  private finish(hash: string, by: SentBy): Promise<There | Refused> {
    return this.halves.writing(hash, by.member, () => this.finishAlone(hash, by));
  }

  private async finishAlone(hash: string, by: SentBy): Promise<There | Refused> {
    const half = this.halves.path(hash, by.member);
    const found = await contentOf(half);
    if (!found) return { refused: 'form' };
    if (!found.type || found.hash !== hash) {
      await rm(half, { force: true });
      return { refused: found.type ? 'media-hash' : 'media-type' };
    }
    await rename(half, this.path({ hash }));
    await flushPath(this.folder);
    const medium = { hash, type: found.type, bytes: found.bytes };
    if (await this.register(medium, by)) return { bytes: found.bytes, whole: true };
    // Work on this hash is serialised, so no other upload is being finished. A medium that existed before stays.
    if (!(await this.rowOf(hash))) await rm(this.path({ hash }), { force: true });
    return { refused: 'session' };
  }

  /** Writes a medium's row, which makes it visible to everybody; false if its sender has lost the right. */
  private register({ hash, type, bytes }: Medium, { member, at, stands }: SentBy): Promise<boolean> {
    return this.db.transaction().execute(async (within) => {
      if (!(await stands(within))) return false;
      await within
        .insertInto('medium')
        .values({ hash, type, bytes, member, at })
        .onConflict((conflict) => conflict.column('hash').doNothing())
        .execute();
      return true;
    });
  }

  remove(hash: string): Promise<void> {
    return this.turn(hash, async () => {
      await this.db.deleteFrom('medium').where('hash', '=', hash).execute();
      await rm(this.path({ hash }), { force: true });
    });
  }

  /** Deletes the unfinished uploads of a member who may send nothing more. */
  async dropPartialUploads(member: string): Promise<void> {
    await Promise.allSettled([...this.turns.values()]);
    await this.halves.drop(member);
  }
}

/** Reads a body to its end without writing it, for a part that is there already: its sender is not refused for it. */
async function passedOver(parts: AsyncIterable<Uint8Array>, there: There): Promise<There> {
  try {
    for await (const _ of parts);
  } catch {
    // The connection broke: nobody reads the answer.
  }
  return there;
}

async function* follow(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

/** The type, hash and size of a file; null if it is gone. */
async function contentOf(path: string): Promise<{ type: string | null; hash: string; bytes: number } | null> {
  const hash = createHash('sha256');
  let [type, bytes]: [string | null, number] = [null, 0];
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: HASHED }) as AsyncIterable<Buffer>) {
      if (bytes === 0) type = typeOfBytes(chunk);
      bytes += chunk.byteLength;
      hash.update(chunk);
    }
  } catch {
    return null;
  }
  return { type, hash: hash.digest('hex'), bytes };
}
