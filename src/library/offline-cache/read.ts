import { samePage } from '../../post/canonical.ts';
import type { Workspace } from '../../workspace/open.ts';
import type { LibraryItem } from '../item.ts';
import { hostOf, type PageHere, relevantItems, wordsOf } from '../relevance.ts';
import { searchable } from '../search.ts';
import { shelf } from './table.ts';

/** Rows examined of each kind: enough to find five, also on a host with thousands of items. */
const MOST = 300;

/** The library item with this address, and its campaign; empty strings where there is none. */
export async function materialOf(
  workspace: Workspace,
  url: string,
): Promise<{ item: string; campaign: string }> {
  const here = await workspace.rows(shelf).where('host').equals(hostOf(url)).limit(MOST).toArray();
  const found = here.filter(({ item, verdict }) => verdict !== 'declined' && samePage(item.link, url));
  const newest = found.sort((a, b) => b.item.at - a.item.at)[0];
  return { item: newest?.id ?? '', campaign: newest?.item.campaign ?? '' };
}

/** Campaigns of the team's library, those with most items first. */
export async function campaignsOf(workspace: Workspace): Promise<string[]> {
  const counts = new Map<string, number>();
  await workspace.rows(shelf).each(({ item: { campaign } }) => {
    if (campaign !== '') counts.set(campaign, (counts.get(campaign) ?? 0) + 1);
  });
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
}

/** Library items relevant to a page, best first, by indexes alone. */
export async function readRelevant(
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
  return relevantItems(found, page, today).map(({ item }) => item);
}
