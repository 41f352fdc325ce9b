import { browser } from 'wxt/browser';
import type { Recipe } from '../sites/recipe.ts';
import { SITES } from '../sites/sites.ts';
import type { ShownBySite } from './button-choice.ts';
import { bridgeFile, recipeFile, shownFile, wordsFile } from './packaged-files.ts';

/** The feed's own script; a site's recipe and the person's words go in front of it, as files of data. */
const FEED = 'feed.js';

const EVERYWHERE = new Set(['<all_urls>', '*://*/*', 'https://*/*']);

export interface Registration {
  readonly id: string;
  readonly js: string[];
  readonly matches: string[];
  readonly excludeMatches?: string[];
  /** The page's own world: the bridge. It is there before the page's first post, and does nothing until it is asked. */
  readonly world?: 'MAIN';
  readonly runAt?: 'document_start';
}

const hostsOf = (site: Recipe) =>
  site.hosts.flatMap((host) => [
    `*://${host}/*`,
    ...(host.includes('.', host.indexOf('.') + 1) ? [] : [`*://www.${host}/*`]),
  ]);

/**
 * What to register for what is granted. Every site gets its own recipe and no other; hosts that the person
 * added by name get the recipes that know a site by its page. A site without buttons gets no script. `say`: with each
 * recipe goes what is wanted there, also where that is both or none, for pages that have an older choice.
 */
export function registrations(
  granted: readonly string[],
  language: string,
  shown: ShownBySite = {},
  say = false,
): Registration[] {
  const everywhere = granted.some((origin) => EVERYWHERE.has(origin));
  const named = SITES.filter((site) => site.origins.length > 0);
  const own = new Set(named.flatMap((site) => site.origins));
  const rest = [wordsFile(language), FEED];
  const wanted = ({ id }: Recipe) => say || shown[id] !== 'none';
  const data = ({ id }: Recipe) => {
    const choice = shown[id] ?? 'both';
    return say || choice !== 'both' ? [recipeFile(id), shownFile(id, choice)] : [recipeFile(id)];
  };
  const sites = named.filter(wanted).map((site) => ({
    id: `feed-${site.id}`,
    js: [...data(site), ...rest],
    matches: everywhere ? hostsOf(site) : site.origins.filter((origin) => granted.includes(origin)),
  }));
  const others = SITES.filter((site) => site.origins.length === 0 && wanted(site)).flatMap(data);
  const added = granted.filter((origin) => !own.has(origin));
  const any = {
    id: 'feed-any',
    js: [...others, ...rest],
    matches: others.length > 0 ? added : [],
    ...(everywhere && { excludeMatches: named.flatMap(hostsOf) }),
  };
  return [...sites, any].filter(({ matches }) => matches.length > 0);
}

/** What to register in the page's own world: of the sites whose recipe names something held there. */
export function bridges(feeds: readonly Registration[]): Registration[] {
  return SITES.flatMap(({ id, held }) => {
    const feed = feeds.find((one) => one.id === `feed-${id}`);
    if (!held || !feed) return [];
    const { matches } = feed;
    return [
      { id: `feed-${id}-bridge`, js: [bridgeFile(id)], matches, world: 'MAIN', runAt: 'document_start' },
    ];
  });
}

/**
 * What to register before a page's own scripts, in a browser that hands a page's listeners the innermost node of an event
 * (see first.ts).
 */
export function firsts(
  feeds: readonly Registration[],
  tells = 'originalTarget' in Event.prototype,
): Registration[] {
  if (!tells) return [];
  return feeds.map((feed) => ({
    ...feed,
    id: `${feed.id}-first`,
    js: ['feed-first.js'],
    runAt: 'document_start',
  }));
}

/** Hosts the browser has granted, as match patterns. In the e2e build that is all of them. */
async function granted(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => /^(<all_urls>|\*|https?):?/.test(origin));
}

/** Hosts that the person added by name: granted, and none of the sites' own. */
export async function addedHosts(): Promise<string[]> {
  const own = new Set(SITES.flatMap((site) => site.origins));
  return (await granted()).filter((origin) => !own.has(origin));
}

/**
 * Keeps the browser's list of registered scripts with what is granted. Registered, not injected by hand, so that
 * the script is there before a page's first post. Calls wait for each other: two at once would register twice.
 */
export function registerFeeds(language: string, shown: ShownBySite = {}): Promise<void> {
  last = last.then(
    () => registerNow(language, shown),
    () => registerNow(language, shown),
  );
  return last;
}
let last: Promise<void> = Promise.resolve();

async function registerNow(language: string, shown: ShownBySite): Promise<void> {
  const feeds = registrations(await granted(), language, shown);
  const wanted = [...firsts(feeds), ...bridges(feeds), ...feeds];
  const before = await browser.scripting.getRegisteredContentScripts();
  const ids = before.map(({ id }) => id).filter((id) => id.startsWith('feed-'));
  if (ids.length > 0) await browser.scripting.unregisterContentScripts({ ids });
  if (wanted.length === 0) return;
  await browser.scripting.registerContentScripts(
    wanted.map((one) => ({ runAt: 'document_idle' as const, ...one, persistAcrossSessions: true })),
  );
}

/**
 * Puts the script into pages that were open before: after an install, an update or a new permission. A page that
 * has an older one yields to it (see the feed's takeover). Pages that refuse scripts are passed over.
 */
export async function injectOpenTabs(language: string, shown: ShownBySite = {}): Promise<void> {
  const feeds = registrations(await granted(), language, shown, true);
  for (const { js, matches, excludeMatches, world } of [...bridges(feeds), ...feeds]) {
    const tabs = await browser.tabs.query({ url: matches });
    const left = excludeMatches
      ? new Set((await browser.tabs.query({ url: excludeMatches })).map(({ id }) => id))
      : null;
    for (const { id } of tabs) {
      if (id === undefined || left?.has(id)) continue;
      await browser.scripting
        .executeScript({ target: { tabId: id }, files: js.map(packaged), world: world ?? 'ISOLATED' })
        .catch(() => undefined);
    }
  }
}

/** WXT types the files that it builds itself; ours are written by a hook of the build. */
const packaged = (file: string) => `/${file}` as '/background.js';
