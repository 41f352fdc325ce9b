import type { Stage } from '../e2e/stage.ts';
import type { HubUnderAttack } from './hub.ts';

/** Part of the list of threats (docs/threats.md) that an attack belongs to. */
export const AREAS = ['rights', 'figures', 'requests', 'rooms', 'store', 'edge', 'clicks', 'page'] as const;
export type Area = (typeof AREAS)[number];

/** What a machine lacks for an attack to be tried at all: it is neither held nor broken, and the run says so. */
export class UntriedError extends Error {
  override name = 'UntriedError';
}

/** One thing that somebody tries, against a real hub or the built extension. */
export interface Attack {
  readonly area: Area;
  /** What is tried, in a few words; no two alike. */
  readonly name: string;
  /** Null where it was stopped, otherwise a sentence that says what got through. What it throws got through too. */
  readonly run: (at: Target) => Promise<string | null>;
  /** It waits most of its time, and is run beside the others of its area. */
  readonly waits?: boolean;
}

/** How a hub is started. Whoever asks twice for a shared hub of the same settings gets the same one. */
export interface HubSetup {
  /** Variables beside the folder and the port, as an operator sets them (`MUSUBI_PROXY: '1'`). */
  readonly env?: Readonly<Record<string, string>>;
  /** A folder that is there already, such as a restored one; else a new one, which is removed afterwards. */
  readonly folder?: string;
  /** UTC ms at which its clock starts; else that of this machine. It goes on from there. */
  readonly now?: number;
  /** False: nobody has joined yet. Else Ann founded the team (`admin`). */
  readonly founded?: boolean;
  /** Descriptors that the process may have. */
  readonly files?: number;
  /** Bytes that one file may grow to: beyond it a write fails, as on a full disk. */
  readonly fileBytes?: number;
  /** True: items are checked by their schemas, as people run it; else attacks reach what stands behind that. */
  readonly checksItems?: boolean;
  /** False: its `/healthz` is not probed, as where it is stopped on purpose. */
  readonly probed?: boolean;
}

/** What an attack has at hand. What it opened is closed after it. */
export interface Target {
  /** A hub of this attack's own, in a process of its own. */
  readonly hub: (setup?: HubSetup) => Promise<HubUnderAttack>;
  /** One that the attacks of an area share, one after the other: for whatever leaves it as it was. */
  readonly shared: (setup?: HubSetup) => Promise<HubUnderAttack>;
  /** The built extension in Chromium over the stand-in sites, one for all attacks. */
  readonly stage: () => Promise<Stage>;
  /** An empty folder. */
  readonly folder: () => string;
  /** Runs when the attack is over, held or not. */
  readonly after: (clean: () => unknown) => void;
}
