import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely, Transaction } from 'kysely';
import type { Refused } from '../../team/hub-api.ts';
import { typeOfBytes } from '../../workspace/rooms/media/type.ts';
import type { Tables } from '../store/tables.ts';
import { partsOf } from './body.ts';
import { bytesOf, PartialUploads } from './partial-uploads.ts';

/** The largest medium, bytes. */
export const MOST_BYTES = 64 << 20;
/** Bytes of a medium that are hashed in one turn. */
const HASHED = 256 << 10;

/** A part of a medium: where it begins and ends, and how much there is in all, bytes. */
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
  /** Whether they may still, by the rows of a transaction. */
  readonly stands: (within: Transaction<Tables>) => Promise<boolean>;
}

/** How much of a medium is there; the whole is there for everybody. */
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

/** Media as files named by the hash of their bytes, and what of others has come yet. */
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

  /** A medium that is whole. The row comes last: a file without one was cut off by a kill, and is sent again. */
  async find(hash: string): Promise<Medium | null> {
    const row = await this.rowOf(hash);
    // Nor is a row without its file a medium: who has it may send it again.
    const bytes = row && (await bytesOf(this.path({ hash })));
    return row && bytes === Number(row.bytes) ? { hash, type: row.type, bytes } : null;
  }

  private rowOf(hash: string) {
    const rows = this.db.selectFrom('medium').select(['type', 'bytes']);
    return rows.where('hash', '=', hash).executeTakeFirst();
  }

  /** Whether a medium is whole, else how many bytes of it came already from that member. */
  async there(hash: string, member: string): Promise<There> {
    const medium = await this.find(hash);
    if (medium) return { whole: true, bytes: medium.bytes };
    return { whole: false, bytes: await this.halves.bytes(hash, member) };
  }

  path({ hash }: Pick<Medium, 'hash'>): string {
    return join(this.folder, hash);
  }

  /** Takes in a part as it comes, to follow on what is there of it; how much is there then. */
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

  /** What follows on a part that came: once all of a medium is there, and is what it was called, it is there for everybody. */
  async settle(piece: Piece, by: SentBy, there: There): Promise<There | Refused> {
    if (!there.whole && there.bytes >= piece.all)
      return this.turn(piece.hash, () => this.finish(piece.hash, by));
    if (await this.db.transaction().execute(by.stands)) return there;
    await this.halves.remove(piece.hash, by.member);
    return { refused: 'session' };
  }

  /** One after the other for each medium. */
  private turn<Value>(hash: string, work: () => Promise<Value>): Promise<Value> {
    const before = this.turns.get(hash) ?? Promise.resolve();
    const turn = before.catch(() => {}).then(work);
    this.turns.set(hash, turn);
    void turn.finally(() => this.turns.get(hash) === turn && this.turns.delete(hash)).catch(() => {});
    return turn;
  }

  /** Nothing is added to the half while it becomes the medium: what was not looked at would be everybody's then. */
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
    await syncFolder(this.folder);
    const medium = { hash, type: found.type, bytes: found.bytes };
    if (await this.register(medium, by)) return { bytes: found.bytes, whole: true };
    // No other is being finished under this hash: it is this one's turn. One that was there before stays.
    if (!(await this.rowOf(hash))) await rm(this.path({ hash }), { force: true });
    return { refused: 'session' };
  }

  /** Writes a medium's row, by which it is there for everybody; false where who sent it may no longer. */
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

  /** Deletes what a member, who may send nothing more, has half sent. */
  async dropPartialUploads(member: string): Promise<void> {
    await Promise.allSettled([...this.turns.values()]);
    await this.halves.drop(member);
  }
}

/** What is there already is not written again, and the rest of the request is not held against its sender. */
async function passedOver(parts: AsyncIterable<Uint8Array>, there: There): Promise<There> {
  try {
    for await (const _ of parts);
  } catch {
    // The line broke: nobody hears the answer.
  }
  return there;
}

async function* follow(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

/** What a file is by its bytes; null where it is gone. */
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

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  await folder.sync().finally(() => folder.close());
}
