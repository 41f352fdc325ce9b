import { fold } from '../i18n/fold.ts';
import { newId } from '../workspace/ids.ts';
import type { Workspace } from '../workspace/open.ts';
import type { Collection } from './capture.ts';
import { collectionName } from './collection-name.ts';
import { collections } from './tables.ts';

const byOrder = (a: Collection, b: Collection) => a.order - b.order || (a.id < b.id ? -1 : 1);

/** Collections that are not deleted, in the person's order. */
export async function allCollections(workspace: Workspace): Promise<Collection[]> {
  const rows = await workspace.rows(collections).toArray();
  return rows.filter(({ undone }) => undone === 0).sort(byOrder);
}

/**
 * Creates a collection at the end of the order. Returns the existing one of that name, ignoring case and width;
 * null for an empty name.
 */
export function makeCollection(workspace: Workspace, typed: string, at: number): Promise<Collection | null> {
  const name = collectionName(typed);
  if (!name) return Promise.resolve(null);
  return workspace.together([collections], async () => {
    const all = await allCollections(workspace);
    const known = all.find((one) => fold(one.name) === fold(name));
    if (known) return known;
    const made = { id: newId(), name, order: (all.at(-1)?.order ?? 0) + 1, at, undone: 0 };
    await workspace.put(collections, made);
    return made;
  });
}

/** Creates the collections that do not exist yet, at the end of the order. Returns all of them by folded name. */
export function makeCollections(
  workspace: Workspace,
  names: readonly string[],
  at: number,
): Promise<{ ids: ReadonlyMap<string, string>; made: readonly Collection[] }> {
  return workspace.together([collections], async () => {
    const all = await allCollections(workspace);
    const ids = new Map(all.map((one) => [fold(one.name), one.id]));
    const made: Collection[] = [];
    let order = all.at(-1)?.order ?? 0;
    for (const name of names) {
      if (ids.has(fold(name))) continue;
      order += 1;
      const one = { id: newId(), name, order, at, undone: 0 };
      await workspace.put(collections, one);
      ids.set(fold(name), one.id);
      made.push(one);
    }
    return { ids, made };
  });
}

/** Renames a collection. False where the name is empty or taken. */
export function renameCollection(workspace: Workspace, id: string, typed: string): Promise<boolean> {
  const name = collectionName(typed);
  return workspace.together([collections], async () => {
    const all = await allCollections(workspace);
    const own = all.find((one) => one.id === id);
    if (!own || !name || all.some((one) => one.id !== id && fold(one.name) === fold(name))) return false;
    await workspace.put(collections, { ...own, name });
    return true;
  });
}

/** Moves a collection one place up (-1) or down (1). Does nothing at either end. */
export function moveCollection(workspace: Workspace, id: string, by: 1 | -1): Promise<void> {
  return workspace.together([collections], async () => {
    const all = await allCollections(workspace);
    const at = all.findIndex((one) => one.id === id);
    const [own, other] = [all[at], all[at + by]];
    if (!own || !other) return;
    all[at] = other;
    all[at + by] = own;
    for (const [order, one] of all.entries()) await workspace.put(collections, { ...one, order });
  });
}

/** Deletes a collection (`at`, UTC ms) or restores it (0). Its captures stay as they are. */
export function setCollectionGone(workspace: Workspace, id: string, at: number): Promise<void> {
  return workspace.together([collections], async () => {
    const own = await workspace.rows(collections).get(id);
    if (own) await workspace.put(collections, { ...own, undone: at });
  });
}
