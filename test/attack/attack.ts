import type { Running } from '../../src/hub/hub.ts';

/** Part of the list of threats (docs/threats.md) that an attack belongs to. */
export type Area = 'rights' | 'figures' | 'requests' | 'rooms' | 'store' | 'edge' | 'clicks' | 'page';

/** One thing that somebody tries, against a real hub or the built extension. */
export interface Attack {
  readonly area: Area;
  /** What is tried, in a few words; no two alike. */
  readonly name: string;
  /** Null where it was stopped, otherwise a sentence that says what got through. */
  readonly run: (at: Target) => Promise<string | null>;
}

/** Hands an attack a fresh hub where it asks for one. What it opened is closed after it. */
export interface Target {
  /** A hub of this attack's own, started with an admin, whose `/healthz` is probed while the attack runs. */
  readonly hub: () => Promise<HubUnderAttack>;
  /** Runs when the attack is over, held or not. */
  readonly after: (clean: () => unknown) => void;
}

export interface HubUnderAttack {
  readonly running: Running;
  readonly port: number;
  /** The admin's token. */
  readonly token: string;
}
