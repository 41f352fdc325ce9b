import { createHash, randomInt } from 'node:crypto';
import type { Joined } from '../../team/hub-api.ts';

const LASTS = 2 * 60_000;
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

interface Pairing {
  readonly code: string;
  readonly member: string;
  readonly until: number;
  newcomer: { key: string; device: string } | null;
}

/** Two digits groups that both screens show, from the newcomer's key: a stranger who guessed the code is seen. */
export function checkOf(key: string): string {
  const number = createHash('sha256').update(key).digest().readUInt32BE(0) % 1_000_000;
  return String(number).padStart(6, '0').replace(/(...)/, '$1 ');
}

/**
 * A second device of the same person: the first shows a code, the second sends it with its key, the first confirms.
 * Two minutes, in memory alone. Wrong codes end nobody's: a stranger would send them for that. A code is one of 8 × 10^11,
 * so a thousand guesses a second for its two minutes find it once in seven million times, and are seen by the check.
 */
export class Pairings {
  private readonly open = new Map<string, Pairing>();
  private readonly joined = new Map<string, { until: number; joined: Joined | null }>();
  private readonly now: () => number;
  constructor(now: () => number) {
    this.now = now;
  }

  /** Starts one; another of the same person ends. */
  start(member: string): { code: string; lasts: number } {
    const code = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
    this.open.set(member, { code, member, until: this.now() + LASTS, newcomer: null });
    return { code, lasts: LASTS };
  }

  /** Claims a code; false where it is none, over, or claimed already. */
  claim(code: string, key: string, device: string): boolean {
    for (const [member, { until }] of this.open) if (until <= this.now()) this.open.delete(member);
    const meant = [...this.open.values()].find((pairing) => pairing.code === code);
    if (!meant || meant.newcomer) return false;
    meant.newcomer = { key, device };
    this.joined.set(key, { until: meant.until, joined: null });
    return true;
  }

  /** Takes who waits, once: two confirmations are one device. */
  take(member: string): { key: string; device: string } | null {
    const newcomer = this.waiting(member);
    if (newcomer) this.open.delete(member);
    return newcomer;
  }

  /** Who waits to be confirmed by a member. */
  waiting(member: string): { key: string; device: string } | null {
    const pairing = this.open.get(member);
    return pairing && pairing.until > this.now() ? pairing.newcomer : null;
  }

  /** Ends what a member has open: they, or one of their devices, were removed. */
  end(member: string): void {
    this.refuse(member);
  }

  /** Nothing came of a newcomer who was taken. */
  failed(key: string): void {
    this.joined.delete(key);
  }

  confirmed(member: string, key: string, joined: Joined): void {
    this.open.delete(member);
    this.joined.set(key, { until: this.now() + LASTS, joined });
  }

  refuse(member: string): void {
    const key = this.open.get(member)?.newcomer?.key;
    this.open.delete(member);
    if (key) this.joined.delete(key);
  }

  /** What a newcomer hears: waiting, joined, or nothing any more. */
  stateOf(key: string): { state: 'waiting' | 'refused' } | { joined: Joined } {
    const outcome = this.joined.get(key);
    if (!outcome || outcome.until <= this.now()) return { state: 'refused' };
    return outcome.joined ? { joined: outcome.joined } : { state: 'waiting' };
  }
}
