import * as z from 'zod/mini';
import type { Drop } from '../../fold/suppression/drop.ts';
import { TOTAL } from '../../fold/suppression/figure.ts';
import type { Due } from '../../fold/suppression/month-ledger.ts';

const text = z.string();
/** member, type, day, channel, site, campaign, item, group, region, scan, count */
const PackedDrop = z.tuple([text, text, z.int(), text, text, text, text, text, text, z.boolean(), z.int()]);
const Packed = z.object({
  drops: z.array(PackedDrop),
  due: z.object({ today: z.int(), rest: z.boolean() }),
  /** Type and figure, in the order of publishing; null if the step was not published completely. */
  rows: z.nullable(z.array(z.tuple([text, text]))),
});

/** A stored step. `rows`: null if the hub stopped between taking the drops and publishing them. */
export interface StoredStep {
  readonly step: number;
  readonly drops: readonly Drop[];
  readonly due: Due;
  readonly rows: readonly { readonly type: string; readonly figure: string }[] | null;
}

export function packed({ drops, due, rows }: Omit<StoredStep, 'step'>): string {
  return JSON.stringify({
    drops: drops.map((one) => [
      one.member,
      one.type,
      one.day,
      one.channel,
      one.site,
      one.campaign,
      one.item,
      one.group,
      one.region,
      one.scan,
      one.count,
    ]),
    due,
    rows: rows?.map(({ type, figure }) => [type, figure]) ?? null,
  } satisfies z.infer<typeof Packed>);
}

/** Parses a step; null if it is damaged. */
export function unpacked(step: number, row: string): StoredStep | null {
  try {
    const { drops, due, rows } = Packed.parse(JSON.parse(row));
    return {
      step,
      due,
      rows: rows?.map(([type, figure]) => ({ type, figure })) ?? null,
      drops: drops.map(([member, type, day, channel, site, campaign, item, group, region, scan, count]) => ({
        member,
        type,
        day,
        channel,
        site,
        campaign,
        item,
        group,
        region,
        scan,
        count,
      })),
    };
  } catch {
    return null;
  }
}

/**
 * Steps without somebody who left: what is in no row yet is gone, what was published goes by another name until the month
 * is closed.
 */
export function withoutMember(steps: readonly StoredStep[], member: string, alias: string): StoredStep[] {
  const unpublished = new Map<string, Set<Drop>>();
  for (const { drops, rows } of steps) {
    for (const one of drops)
      if (one.member === member)
        unpublished.set(one.type, (unpublished.get(one.type) ?? new Set<Drop>()).add(one));
    for (const { type, figure } of rows ?? []) if (figure === TOTAL) unpublished.delete(type);
  }
  const isGone = (one: Drop) => unpublished.get(one.type)?.has(one) ?? false;
  return steps.map(({ drops, ...rest }) => ({
    ...rest,
    drops: drops
      .filter((one) => !isGone(one))
      .map((one) => (one.member === member ? { ...one, member: alias } : one)),
  }));
}
