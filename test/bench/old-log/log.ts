import type { Kysely, Transaction } from 'kysely';
import { CommitQueue, type Entry } from '../../../src/hub/store/commit-queue.ts';
import { LATER, onDisk } from '../../../src/hub/store/disk.ts';
import type { Tables } from '../../../src/hub/store/tables.ts';

/** Rows of one statement. */
const ROWS = 200;

/** The yardstick: the log as it was written until December 2026, a statement for each row, the last one looked up. */
export class OldLog {
  private readonly queue: CommitQueue;
  private readonly last = new Map<string, number>();

  constructor(db: Kysely<Tables>) {
    this.queue = new CommitQueue({
      write: async (entries) => {
        const seqs = await db.transaction().execute((within) => this.write(within, entries));
        await onDisk(db);
        return seqs;
      },
      committed: (_room, _seq, apply) => apply(),
      lost: (rooms) => {
        for (const room of rooms) this.last.delete(room);
      },
    });
  }

  append(entry: Entry, apply: () => void): Promise<void> {
    return this.queue.append(entry, apply);
  }

  private async write(within: Transaction<Tables>, entries: readonly Entry[]): Promise<number[]> {
    const seqs: number[] = [];
    for (const entry of entries) {
      const { room, member, device, at, bytes } = entry;
      const seq = (this.last.get(room) ?? (await lastOf(within, room))) + 1;
      this.last.set(room, seq);
      await within.insertInto('log').values({ room, seq, device, at, bytes }).modifyEnd(LATER).execute();
      const versions = entry.changes.map(({ root, key, value }, part) => {
        const text = value === undefined ? null : JSON.stringify(value);
        return { room, seq, part, root, key, member, device, at, value: text };
      });
      for (let from = 0; from < versions.length; from += ROWS)
        await within
          .insertInto('version')
          .values(versions.slice(from, from + ROWS))
          .execute();
      seqs.push(seq);
    }
    return seqs;
  }
}

async function lastOf(within: Transaction<Tables>, room: string): Promise<number> {
  const most = (table: 'log' | 'version') =>
    within
      .selectFrom(table)
      .select(({ fn }) => fn.max('seq').as('seq'))
      .where('room', '=', room)
      .executeTakeFirst();
  const [log, version] = [await most('log'), await most('version')];
  return Math.max(Number(log?.seq ?? 0), Number(version?.seq ?? 0));
}
