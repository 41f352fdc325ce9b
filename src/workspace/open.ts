import { Dexie } from 'dexie';
import { copyBeforeUpgrade } from './before-upgrade.ts';
import type { TableDeclaration, Workspace } from './declare.ts';
import { OutdatedError } from './failure.ts';
import { Troubles } from './trouble.ts';

export type { Workspace } from './declare.ts';

/** The version of the diary without what later tables say of themselves (`since`). */
export const DIARY_VERSION = 6;

/**
 * Whether the caller already writes these tables in a transaction. Its work then joins as it is: as a transaction
 * within, it would hold up all that the outer one does beside it.
 */
function isWithin(diary: Dexie, names: readonly string[]): boolean {
  const current = Dexie.currentTransaction;
  if (!current?.active || current.mode !== 'readwrite' || current.db.name !== diary.name) return false;
  return names.every((name) => current.storeNames.includes(name));
}

/** The version of a diary with these tables: a table that came later raises it. Dexie upgrades from any older one. */
export const versionOf = (tables: readonly TableDeclaration[]): number =>
  Math.max(DIARY_VERSION, ...tables.map(({ since = 0 }) => since));

/** IndexedDB's own number is ten times Dexie's; Dexie raises the last digit by itself where only an index is new. */
const isNewer = (native: number, version: number) => Math.floor(native / 10) > version;

/**
 * Lets go of a diary that a newer Musubi opens, and stays away from it: Dexie would open it again and write the
 * older form of rows into it. A page that waits for others to let go says so.
 */
function yieldToNewer(diary: Dexie, version: number, troubles: Troubles): void {
  diary.on('versionchange', ({ newVersion }: IDBVersionChangeEvent) => {
    if (newVersion === null || !isNewer(newVersion, version)) return;
    diary.close();
    troubles.set('outdated');
  });
  diary.on('blocked', () => troubles.set('waiting'));
  diary.on(
    'ready',
    () => {
      if (isNewer(diary.backendDB().version, version)) {
        troubles.set('outdated');
        throw new OutdatedError();
      }
      troubles.set(null);
    },
    true,
  );
}

/** Has the diary copied before Dexie opens it in a newer form. Dexie asks for opening again and again until it is. */
function openAfterCopy(diary: Dexie, tables: readonly TableDeclaration[]): void {
  const open = diary.open.bind(diary);
  let copied: Promise<void> | null = null;
  diary.open = () => {
    copied ??= copyBeforeUpgrade(tables, diary.name, versionOf(tables));
    return Dexie.Promise.resolve(copied).then(open);
  };
}

/**
 * Opens the diary with the declared tables. `strict` durability: a write is answered when it is on the disk
 * and not only in the system's memory (Chrome's default since 121 is relaxed).
 */
export function openWorkspace(tables: readonly TableDeclaration[], name = 'musubi'): Workspace {
  const diary = new Dexie(name, { chromeTransactionDurability: 'strict' });
  const version = versionOf(tables);
  diary.version(version).stores(Object.fromEntries(tables.map((t) => [t.name, t.indexes])));
  openAfterCopy(diary, tables);
  const troubles = new Troubles();
  yieldToNewer(diary, version, troubles);
  const rows: Workspace['rows'] = (declaration) => diary.table(declaration.name);
  return {
    diary,
    tables,
    troubles,
    rows,
    put: async (declaration, row) => {
      await rows(declaration).put(declaration.row.parse(row));
    },
    addOnce: async (declaration, key, row) => {
      if ((await rows(declaration).get(key)) !== undefined) return false;
      await rows(declaration).add(declaration.row.parse(row));
      return true;
    },
    together: (declared, work) => {
      const names = declared.map((t) => t.name);
      return isWithin(diary, names) ? work() : diary.transaction('rw', names, work);
    },
    close: () => diary.close(),
  };
}
