import type { Device } from './classify-request.ts';
import type { Click } from './click.ts';
import { DayNetworks, type Networks } from './day-networks.ts';
import { ReferrerCounts } from './referrer-counts.ts';
import type { Class, CountingRules, Reason } from './rules.ts';

/** What a click counts as, and why. */
export interface Verdict {
  readonly is: Class;
  readonly why: Reason;
}

/** Clicks by class. */
export type Counts = Readonly<Record<Class, number>>;

export const NONE: Counts = {
  human: 0,
  qr: 0,
  own: 0,
  duplicate: 0,
  capped: 0,
  bot: 0,
  preview: 0,
  prefetch: 0,
};

/**
 * Counts one link's clicks of one hour as they come in. Its memory grows with people, not with clicks. Clicks are added in
 * the order of their ids, and an id that is not after the last one is ignored as added already. The day's networks are
 * shared with its other hours and the owner's other links.
 */
export class HourCounter {
  readonly counts: Record<Class, number> = { ...NONE };
  readonly devices = new Map<Device, number>();
  readonly countries = new Map<string, number>();
  private readonly rules: CountingRules;
  private readonly networks: Networks;
  private readonly from = new ReferrerCounts();
  private readonly seen = new Set<string>();
  private readonly near = new Map<string, number>();
  private last = '';

  constructor(rules: CountingRules, networks: Networks = new DayNetworks()) {
    this.rules = rules;
    this.networks = networks;
  }

  /** Hosts that people came from, empty if unknown. */
  get places(): ReadonlyMap<string, number> {
    return this.from.shown();
  }

  /** What the click counts as; null if it was added before. */
  add(click: Click): Verdict | null {
    if (click.id <= this.last) return null;
    this.last = click.id;
    const verdict = this.verdictOf(click);
    this.counts[verdict.is] += 1;
    if (verdict.is === 'human' || verdict.is === 'qr') this.meet(click);
    return verdict;
  }

  private meet(click: Click): void {
    this.networks.add(click);
    this.seen.add(click.visitor);
    if (click.near) this.near.set(click.near, (this.near.get(click.near) ?? 0) + 1);
    this.from.add(click.referrer);
    this.devices.set(click.device, (this.devices.get(click.device) ?? 0) + 1);
    if (click.country) this.countries.set(click.country, (this.countries.get(click.country) ?? 0) + 1);
  }

  private verdictOf(click: Click): Verdict {
    const { word, own, visitor, near, qr } = click;
    const is = this.rules.words[word];
    if (is !== 'person') return { is, why: 'word' };
    if (own) return { is: 'own', why: 'own' };
    // The first click of a person counts. All anonymous visitors share one hash, so they count once an hour.
    if (this.seen.has(visitor)) return { is: 'duplicate', why: visitor ? 'sameHour' : 'unnamed' };
    if ((this.near.get(near) ?? 0) >= this.rules.crowd) return { is: 'duplicate', why: 'crowd' };
    if (this.networks.met(click) >= this.rules.perNetwork) return { is: 'capped', why: 'network' };
    return qr ? { is: 'qr', why: 'scanned' } : { is: 'human', why: 'person' };
  }
}
