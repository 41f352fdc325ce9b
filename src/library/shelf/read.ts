import type { Workspace } from '../../workspace/open.ts';
import { fitting, hostOf, type PageHere, wordsOf } from '../fits.ts';
import type { LibraryItem } from '../item.ts';
import { searchable } from '../search.ts';
import { shelf } from './table.ts';

/** Rows looked at of each kind: a host of thousands of items needs no more to find five. */
const MOST = 300;

/** What of the team's library fits a page, best first, by indexes alone. */
export async function readFitting(
  workspace: Workspace,
  page: PageHere,
  today: number,
): Promise<LibraryItem[]> {
  const rows = workspace.rows(shelf);
  const [here, alike] = await Promise.all([
    rows.where('host').equals(hostOf(page.url)).limit(MOST).toArray(),
    rows.where('words').anyOf(wordsOf(page.title)).distinct().limit(MOST).toArray(),
  ]);
  const unique = new Map([...here, ...alike].map((row) => [row.id, row]));
  const found = [...unique.values()].map(({ item, verdict }) => searchable(item, verdict));
  return fitting(found, page, today).map(({ item }) => item);
}
