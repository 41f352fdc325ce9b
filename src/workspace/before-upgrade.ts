import type { TableDeclaration } from './declare.ts';
import { bytesField } from './shape.ts';
import { listSnapshots, takeSnapshot } from './snapshot.ts';

/** A copy younger than this was made by another of our contexts that is opening the diary too, ms. */
const JUST_NOW = 600_000;

/** Tables of which a copy holds the keys alone. */
export function apartOf(tables: readonly TableDeclaration[]): string[] {
  return tables.filter((table) => bytesField(table) !== null).map((table) => table.name);
}

async function olderVersion(name: string, version: number): Promise<number | null> {
  const known = await indexedDB.databases();
  const native = known.find((one) => one.name === name)?.version;
  // IndexedDB's own number is ten times Dexie's.
  const here = native === undefined ? null : Math.floor(native / 10);
  return here !== null && here < version ? here : null;
}

/**
 * Copies the diary once before Dexie upgrades it, in whichever context comes first. Without an upgrade it costs one look at
 * the list of databases. If there is no space for a copy, the diary opens all the same: an upgrade is one transaction of the
 * browser, and is rolled back if it fails.
 */
export async function copyBeforeUpgrade(
  tables: readonly TableDeclaration[],
  name: string,
  version: number,
): Promise<void> {
  try {
    if ((await olderVersion(name, version)) === null) return;
    await navigator.locks.request(`${name}-snapshot`, async () => {
      const here = await olderVersion(name, version);
      if (here === null) return;
      const made = await listSnapshots(name);
      const now = Date.now();
      if (made.some((one) => one.version === here && Math.abs(now - one.at) < JUST_NOW)) return;
      await takeSnapshot(name, 'upgrade', now, apartOf(tables));
    });
  } catch {
    // Already reported; opening goes on, and any real obstacle reports itself.
  }
}
