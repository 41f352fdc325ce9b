import type { Kysely } from 'kysely';
import { monthOf } from '../../workspace/room.ts';
import type { Tables } from '../store/tables.ts';

/** What one member may write into rooms in a month, bytes: about twenty times what adding 5,000 items takes. */
export const USUAL_BYTES = 256 << 20;
/** The sum is saved in steps of so many bytes; a killed process loses no more of a member's sum than this. */
const STEP = 256 << 10;

interface Sum {
  readonly month: string;
  readonly bytes: number;
  /** The part of it that is in the store. */
  readonly saved: number;
}

export interface MonthlyParts {
  readonly db: Kysely<Tables>;
  readonly now: () => number;
  readonly most?: number | undefined;
}

/** Counts the bytes that each member writes into rooms in a month (UTC), so that nobody can fill the hub's disk. */
export class MonthlyBytes {
  private readonly parts: MonthlyParts;
  private readonly most: number;
  private readonly sums = new Map<string, Sum>();
  private saving: Promise<unknown> = Promise.resolve();

  constructor(parts: MonthlyParts) {
    this.parts = parts;
    this.most = parts.most ?? USUAL_BYTES;
  }

  /** Whether a member's sum of this month is in memory; else it is read first (`load`). */
  isKnown(member: string): boolean {
    return this.sums.get(member)?.month === this.month;
  }

  async load(member: string): Promise<void> {
    const { month } = this;
    const row = await this.parts.db
      .selectFrom('written')
      .select('bytes')
      .where('member', '=', member)
      .where('month', '=', month)
      .executeTakeFirst();
    const bytes = Number(row?.bytes ?? 0);
    // A concurrent call may have loaded it and counted further.
    if (!this.isKnown(member)) this.sums.set(member, { month, bytes, saved: bytes });
  }

  /** Whether a member has used up the month's quota. */
  isSpent(member: string): boolean {
    return (this.known(member)?.bytes ?? 0) >= this.most;
  }

  /** Counts bytes before they are written; call the returned function if that failed. */
  reserve(member: string, bytes: number): () => void {
    const { month } = this;
    this.add(member, bytes);
    return () => {
      if (this.month === month && this.isKnown(member)) this.add(member, -bytes);
    };
  }

  /** Counts what a member wrote. */
  add(member: string, more: number): void {
    const before = this.known(member) ?? { month: this.month, bytes: 0, saved: 0 };
    const sum = { ...before, bytes: before.bytes + more };
    this.sums.set(member, sum);
    if (Math.abs(sum.bytes - sum.saved) >= STEP) this.save(member, sum);
  }

  /** Saves all of this month's sums, for a clean stop. */
  async flush(): Promise<void> {
    // One that fails now is among those that are to be saved.
    await this.saving;
    for (const [member, sum] of this.sums)
      if (sum.month === this.month && sum.bytes !== sum.saved) this.save(member, sum);
    await this.saving;
  }

  /** Forgets an erased member's sum, in memory and in the store. */
  async forget(member: string): Promise<void> {
    this.sums.delete(member);
    await this.saving;
    await this.parts.db.deleteFrom('written').where('member', '=', member).execute();
  }

  /** Resolves when pending saves are done. */
  settled(): Promise<unknown> {
    return this.saving;
  }

  private get month(): string {
    return monthOf(this.parts.now());
  }

  private known(member: string): Sum | undefined {
    return this.isKnown(member) ? this.sums.get(member) : undefined;
  }

  private save(member: string, sum: Sum): void {
    this.sums.set(member, { ...sum, saved: sum.bytes });
    this.saving = this.saving.then(() => this.write(member, sum)).catch(() => this.unsaved(member, sum));
  }

  /** A save that failed, as on a full disk, is made up for by the next one or at the stop. */
  private unsaved(member: string, { month, saved }: Sum): void {
    const now = this.sums.get(member);
    if (now?.month === month) this.sums.set(member, { ...now, saved });
  }

  private async write(member: string, { month, bytes }: Sum): Promise<void> {
    const { db } = this.parts;
    await db.deleteFrom('written').where('member', '=', member).where('month', '<', month).execute();
    await db
      .insertInto('written')
      .values({ member, month, bytes })
      .onConflict((conflict) => conflict.columns(['member', 'month']).doUpdateSet({ bytes }))
      .execute();
  }
}
