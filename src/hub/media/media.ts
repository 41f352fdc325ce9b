import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely, Transaction } from 'kysely';
import type { Refused } from '../../team/hub-api.ts';
import { typeOfBytes } from '../../workspace/rooms/media/type.ts';
import type { Tables } from '../store/tables.ts';

/** The largest medium, bytes. */
export const MOST_BYTES = 64 << 20;
/** How many media a member may have half sent, and for how long the hub waits for the rest, ms. */
export const MOST_HALVES = 8;
export const HALF_KEPT = 7 * 86_400_000;

/** A part of a medium as it comes. */
export interface Piece {
  readonly hash: string;
  /** Where it begins, and how much there is in all, bytes. */
  readonly from: number;
  readonly all: number;
  readonly bytes: Uint8Array;
  readonly member: string;
  readonly at: number;
  /** Whether who sends it may still, by the rows of a transaction. */
  readonly stands: (within: Transaction<Tables>) => Promise<boolean>;
}

/**
 * Media as files named by the hash of their bytes. Half of one is beside them, by the member who sends it: what another
 * sent under that hash may be anything.
 */
export class Media {
  private readonly folder: string;
  private readonly db: Kysely<Tables>;
  private readonly turns = new Map<string, Promise<unknown>>();
  constructor(folder: string, db: Kysely<Tables>) {
    this.folder = join(folder, 'media');
    this.db = db;
    mkdirSync(join(this.folder, 'half'), { recursive: true });
  }

  /** Whether a medium is whole, else how many bytes of it came already from that member. */
  async there(hash: string, member: string): Promise<{ whole: boolean; bytes: number }> {
    // The row comes last: a file without one was cut off by a kill, and is sent again.
    const row = await this.db
      .selectFrom('medium')
      .select('bytes')
      .where('hash', '=', hash)
      .executeTakeFirst();
    if (row) return { whole: true, bytes: Number(row.bytes) };
    return { whole: false, bytes: (await sizeOf(this.half(hash, member))) ?? 0 };
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
    // A turn may be long after its request.
    if (!(await this.stands(piece))) return { refused: 'session' };
    const there = await this.there(piece.hash, piece.member);
    if (there.whole) return there;
    if (piece.from !== there.bytes) return { bytes: there.bytes, whole: false };
    if (piece.from === 0 && !typeOfBytes(piece.bytes)) return { refused: 'media-type' };
    if (piece.from === 0) await this.makeRoom(piece);
    const half = await open(this.half(piece.hash, piece.member), 'a', 0o600);
    try {
      await half.write(piece.bytes);
      await half.sync();
      // By the hub's own clock, by which it is judged.
      await half.utimes(new Date(piece.at), new Date(piece.at));
    } finally {
      await half.close();
    }
    const bytes = piece.from + piece.bytes.byteLength;
    if (bytes >= piece.all) return this.finish(piece);
    if (await this.stands(piece)) return { bytes, whole: false };
    await rm(this.half(piece.hash, piece.member), { force: true });
    return { refused: 'session' };
  }

  private stands({ stands }: Piece): Promise<boolean> {
    return this.db.transaction().execute(stands);
  }

  private async finish(piece: Piece): Promise<{ bytes: number; whole: boolean } | Refused> {
    const { hash, member } = piece;
    const half = this.half(hash, member);
    const bytes = await readFile(half);
    const type = typeOfBytes(bytes);
    if (!type || createHash('sha256').update(bytes).digest('hex') !== hash) {
      await rm(half, { force: true });
      return { refused: type ? 'media-hash' : 'media-type' };
    }
    await rename(half, this.file(hash));
    if (await this.register(piece, type, bytes.byteLength)) return { bytes: bytes.byteLength, whole: true };
    // No other is being finished under this hash: it is this one's turn.
    await rm(this.file(hash), { force: true });
    return { refused: 'session' };
  }

  /** Writes a medium's row, by which it is there for everybody; false where who sent it may no longer. */
  private register({ hash, member, at, stands }: Piece, type: string, bytes: number): Promise<boolean> {
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

  async remove(hash: string): Promise<void> {
    await this.db.deleteFrom('medium').where('hash', '=', hash).execute();
    await rm(this.file(hash), { force: true });
  }

  /** Deletes what a member, who may send nothing more, has half sent: what is being added now first ends. */
  async dropHalves(member: string): Promise<void> {
    await Promise.allSettled([...this.turns.values()]);
    for (const { file } of await this.halvesOf(member)) await rm(file, { force: true });
  }

  /** Before another is begun: halves that nobody went on with go, and of this member's the oldest where there are many. */
  private async makeRoom({ member, at }: Piece): Promise<void> {
    const halves = await this.halvesOf(null);
    const old = halves.filter(({ touched }) => touched < at - HALF_KEPT);
    const own = halves.filter((half) => half.member === member).sort((a, b) => b.touched - a.touched);
    for (const { file } of [...old, ...own.slice(MOST_HALVES - 1)]) await rm(file, { force: true });
  }

  private async halvesOf(member: string | null): Promise<Half[]> {
    const folder = join(this.folder, 'half');
    const names = (await readdir(folder)).filter((name) => member === null || memberOf(name) === member);
    const halves = names.map(async (name) => {
      const file = join(folder, name);
      // One that was finished meanwhile is gone.
      const touched = await stat(file).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      );
      return { file, member: memberOf(name), touched };
    });
    return Promise.all(halves);
  }

  private file(hash: string): string {
    return join(this.folder, hash);
  }

  private half(hash: string, member: string): string {
    return join(this.folder, 'half', `${hash}-${member}`);
  }
}

interface Half {
  readonly file: string;
  readonly member: string;
  /** When something was last added to it, ms; 0 where it is gone. */
  readonly touched: number;
}

/** Whose a half is, by its name: 64 digits of the hash, a dash, the member's id. */
const memberOf = (name: string) => name.slice(65);

async function sizeOf(file: string): Promise<number | null> {
  return stat(file).then(
    ({ size }) => size,
    () => null,
  );
}
