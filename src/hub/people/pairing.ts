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

/**
 * Two groups of digits, derived from the new device's key, that both screens show: a stranger who guessed the code is
 * noticed.
 */
export function checkOf(key: string): string {
  const number = createHash('sha256').update(key).digest().readUInt32BE(0) % 1_000_000;
  return String(number).padStart(6, '0').replace(/(...)/, '$1 ');
}

/**
 * Adds a second device of the same person: the first shows a code, the second sends it with its key, the first confirms.
 * Valid for two minutes, in memory only. A wrong code cancels no pairing, or strangers would send them to do that. There are
 * 8 × 10^11 codes, so a thousand guesses a second over two minutes hit one in seven million times, and the check digits
 * would show it.
 */
export class Pairings {
  private readonly open = new Map<string, Pairing>();
  private readonly joined = new Map<string, { until: number; joined: Joined | null }>();
  private readonly now: () => number;
  constructor(now: () => number) {
    this.now = now;
  }

  /** Starts a pairing and cancels an earlier one of the same person. */
  start(member: string): { code: string; lasts: number } {
    const code = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
    this.open.set(member, { code, member, until: this.now() + LASTS, newcomer: null });
    return { code, lasts: LASTS };
  }

  /** Claims a code; false if it is unknown, expired or claimed already. */
  claim(code: string, key: string, device: string): boolean {
    this.sweep();
    const meant = [...this.open.values()].find((pairing) => pairing.code === code);
    if (!meant || meant.newcomer) return false;
    meant.newcomer = { key, device };
    this.joined.set(key, { until: meant.until, joined: null });
    return true;
  }

  private sweep(): void {
    for (const map of [this.open, this.joined])
      for (const [key, { until }] of map) if (until <= this.now()) map.delete(key);
  }

  /** Takes out the waiting device, so that confirming twice adds only one. */
  take(member: string): { key: string; device: string } | null {
    const newcomer = this.waiting(member);
    if (newcomer) this.open.delete(member);
    return newcomer;
  }

  /** The device that waits for a member's confirmation. */
  waiting(member: string): { key: string; device: string } | null {
    const pairing = this.open.get(member);
    return pairing && pairing.until > this.now() ? pairing.newcomer : null;
  }

  /** Cancels a member's pairing, because they or one of their devices were removed. */
  end(member: string): void {
    this.refuse(member);
  }

  /** A device that was taken out could not be added. */
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

  /** What the new device is answered: waiting, joined or refused. */
  stateOf(key: string): { state: 'waiting' | 'refused' } | { joined: Joined } {
    const outcome = this.joined.get(key);
    if (!outcome || outcome.until <= this.now()) return { state: 'refused' };
    return outcome.joined ? { joined: outcome.joined } : { state: 'waiting' };
  }
}
