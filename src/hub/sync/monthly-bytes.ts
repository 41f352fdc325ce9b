import type { Kysely } from 'kysely';
import { monthOf } from '../../workspace/room.ts';
import type { Tables } from '../store/tables.ts';

/** What one member may write into rooms in a month, bytes: twenty times what somebody writes who adds 5,000 items. */
export const USUAL_BYTES = 256 << 20;
/** How much more is counted before it is written down. A kill loses no more of a member's sum than this. */
const STEP = 256 << 10;

interface Sum {
  readonly month: string;
  readonly bytes: number;
  /** What of it the store knows. */
  readonly saved: number;
}

export interface MonthlyParts {
  readonly db: Kysely<Tables>;
  readonly now: () => number;
  readonly most?: number | undefined;
}

/** How many bytes each member wrote into rooms in this month (UTC): nobody fills the hub's disk by what they may write. */
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
    // Somebody may have read it meanwhile, and counted on.
    if (!this.isKnown(member)) this.sums.set(member, { month, bytes, saved: bytes });
  }

  /** Whether a member has written all that they may in this month. */
  isSpent(member: string): boolean {
    return (this.known(member)?.bytes ?? 0) >= this.most;
  }

  /** Counts what a member writes; what is answered takes it back, where it could not be written. */
  reserve(member: string, bytes: number): () => void {
    const { month } = this;
    this.add(member, bytes);
    return () => {
      if (this.month === month) this.add(member, -bytes);
    };
  }

  /** Counts what a member wrote. */
  add(member: string, more: number): void {
    const before = this.known(member) ?? { month: this.month, bytes: 0, saved: 0 };
    const sum = { ...before, bytes: before.bytes + more };
    this.sums.set(member, sum);
    if (Math.abs(sum.bytes - sum.saved) >= STEP) this.save(member, sum);
  }

  /** Writes down what is counted of this month: for a clean stop. */
  async flush(): Promise<void> {
    for (const [member, sum] of this.sums)
      if (sum.month === this.month && sum.bytes !== sum.saved) this.save(member, sum);
    await this.saving;
  }

  /** What is being written down is. */
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
    // What cannot be written on a full disk is with the next step.
    this.saving = this.saving.then(() => this.write(member, sum)).catch(() => undefined);
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
