import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Refused } from '../../team/hub-api.ts';
import { typeOfBytes } from '../../workspace/rooms/media/type.ts';
import type { Tables } from '../store/tables.ts';

/** The largest medium, bytes. */
export const MOST_BYTES = 64 << 20;

/** A part of a medium as it comes. */
export interface Piece {
  readonly hash: string;
  /** Where it begins, and how much there is in all, bytes. */
  readonly from: number;
  readonly all: number;
  readonly bytes: Uint8Array;
  readonly member: string;
  readonly at: number;
}

/** Media as files named by the hash of their bytes. Half of one is beside them, by the member who sends it. */
export class Media {
  private readonly folder: string;
  private readonly db: Kysely<Tables>;
  private readonly turns = new Map<string, Promise<unknown>>();
  constructor(folder: string, db: Kysely<Tables>) {
    this.folder = join(folder, 'media');
    this.db = db;
    mkdirSync(join(this.folder, 'half'), { recursive: true });
  }

  /** Whether a medium is whole, else how many bytes of it came already. */
  async there(hash: string): Promise<{ whole: boolean; bytes: number }> {
    // The row comes last: a file without one was cut off by a kill, and is sent again.
    const row = await this.db
      .selectFrom('medium')
      .select('bytes')
      .where('hash', '=', hash)
      .executeTakeFirst();
    if (row) return { whole: true, bytes: Number(row.bytes) };
    return { whole: false, bytes: (await sizeOf(this.half(hash))) ?? 0 };
  }

  async read(hash: string): Promise<{ type: string; bytes: Uint8Array } | null> {
    const row = await this.db.selectFrom('medium').select('type').where('hash', '=', hash).executeTakeFirst();
    if (!row) return null;
    return { type: row.type, bytes: await readFile(this.file(hash)) };
  }

  /** Adds a part; one after the other for each medium. */
  add(piece: Piece): Promise<{ bytes: number; whole: boolean } | Refused> {
    const before = this.turns.get(piece.hash) ?? Promise.resolve();
    const turn = before.catch(() => {}).then(() => this.addNow(piece));
    this.turns.set(piece.hash, turn);
    void turn
      .finally(() => this.turns.get(piece.hash) === turn && this.turns.delete(piece.hash))
      .catch(() => {});
    return turn;
  }

  private async addNow(piece: Piece): Promise<{ bytes: number; whole: boolean } | Refused> {
    const there = await this.there(piece.hash);
    if (there.whole) return there;
    if (piece.from !== there.bytes) return { bytes: there.bytes, whole: false };
    if (piece.from === 0 && !typeOfBytes(piece.bytes)) return { refused: 'media-type' };
    const half = await open(this.half(piece.hash), 'a', 0o600);
    try {
      await half.write(piece.bytes);
      await half.sync();
    } finally {
      await half.close();
    }
    const bytes = piece.from + piece.bytes.byteLength;
    return bytes < piece.all ? { bytes, whole: false } : this.finish(piece);
  }

  private async finish({ hash, member, at }: Piece): Promise<{ bytes: number; whole: boolean } | Refused> {
    const bytes = await readFile(this.half(hash));
    const type = typeOfBytes(bytes);
    if (!type || createHash('sha256').update(bytes).digest('hex') !== hash) {
      await rm(this.half(hash), { force: true });
      return { refused: type ? 'media-hash' : 'media-type' };
    }
    await rename(this.half(hash), this.file(hash));
    await this.db
      .insertInto('medium')
      .values({ hash, type, bytes: bytes.byteLength, member, at })
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute();
    return { bytes: bytes.byteLength, whole: true };
  }

  async remove(hash: string): Promise<void> {
    await this.db.deleteFrom('medium').where('hash', '=', hash).execute();
    await rm(this.file(hash), { force: true });
    await rm(this.half(hash), { force: true });
  }

  private file(hash: string): string {
    return join(this.folder, hash);
  }

  private half(hash: string): string {
    return join(this.folder, 'half', hash);
  }
}

async function sizeOf(file: string): Promise<number | null> {
  return stat(file).then(
    ({ size }) => size,
    () => null,
  );
}
