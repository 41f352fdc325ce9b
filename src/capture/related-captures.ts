import { Dexie } from 'dexie';
import { canonicalUrl } from '../post/canonical.ts';
import type { Workspace } from '../workspace/open.ts';
import type { Capture } from './capture.ts';
import { captures } from './tables.ts';

/** Captures from the same page, author and site, newest first; each appears once. */
export interface RelatedCaptures {
  readonly page: readonly Capture[];
  readonly author: readonly Capture[];
  readonly site: readonly Capture[];
}

/** Rows of each part. */
const MOST = 5;
/** Rows read at most for a site without a recipe, since they have no index by time. */
const MOST_READ = 200;
/** Longest path that can still be an author's own address: `/@aoi`, `/profile/aoi`, `/user/aoi`. */
const DEEPEST = 3;

const isKept = ({ undone }: Capture) => undone === 0;
const newerFirst = (a: Capture, b: Capture) => b.at - a.at;

function spellings(address: string): string[] {
  const bare = address.replace(/\/$/, '');
  return [bare, `${bare}/`];
}

async function fromPage(workspace: Workspace, address: string): Promise<Capture[]> {
  const table = workspace.rows(captures);
  const [byUrl, byKey] = await Promise.all([
    table.where('read.url').anyOf(spellings(address)).toArray(),
    table.where('post').anyOf(spellings(address)).toArray(),
  ]);
  const unique = new Map([...byUrl, ...byKey].filter(isKept).map((capture) => [capture.id, capture]));
  return [...unique.values()].sort(newerFirst).slice(0, MOST);
}

/** Addresses that may be the author's, from the first segments of a page's path. */
export function authorsOf(address: string): string[] {
  const { origin, pathname } = new URL(address);
  const parts = pathname.split('/').filter(Boolean).slice(0, DEEPEST);
  return parts.map((_, i) => `${origin}/${parts.slice(0, i + 1).join('/')}`);
}

async function byAuthor(workspace: Workspace, authors: readonly string[]): Promise<Capture[]> {
  const found = await Promise.all(
    [...new Set(authors)]
      .flatMap(spellings)
      .map((author) =>
        workspace
          .rows(captures)
          .where('[read.author.url+at]')
          .between([author, Dexie.minKey], [author, Dexie.maxKey])
          .reverse()
          .filter(isKept)
          .limit(MOST)
          .toArray(),
      ),
  );
  return found.flat().sort(newerFirst).slice(0, MOST);
}

async function fromSite(workspace: Workspace, origin: string): Promise<Capture[]> {
  const table = workspace.rows(captures);
  const here = table.where('read.url').startsWith(`${origin}/`);
  const first = await here.first();
  if (!first) return [];
  const { site } = first.read;
  if (site === 'page') {
    const rows = await here.limit(MOST_READ).toArray();
    return rows.filter(isKept).sort(newerFirst).slice(0, MOST);
  }
  // A recipe can serve many hosts (Mastodon), so keep only captures from this host.
  return table
    .where('[read.site+at]')
    .between([site, Dexie.minKey], [site, Dexie.maxKey])
    .reverse()
    .filter((capture) => isKept(capture) && capture.read.url.startsWith(`${origin}/`))
    .limit(MOST)
    .toArray();
}

/** Reads captures related to a page, by indexes alone. Empty for an address that is not http(s). */
export async function readRelatedCaptures(workspace: Workspace, href: string): Promise<RelatedCaptures> {
  const address = canonicalUrl(href);
  if (!address) return { page: [], author: [], site: [] };
  const page = await fromPage(workspace, address);
  const known = page.map(({ read }) => read.author.url).filter(Boolean);
  const [author, site] = await Promise.all([
    byAuthor(workspace, [...known, ...authorsOf(address)]),
    fromSite(workspace, new URL(address).origin),
  ]);
  const seen = new Set<string>();
  const fresh = (rows: readonly Capture[]) => rows.filter(({ id }) => !seen.has(id) && seen.add(id));
  return { page: fresh(page), author: fresh(author), site: fresh(site) };
}
