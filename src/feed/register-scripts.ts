import { browser } from 'wxt/browser';
import type { Recipe } from '../sites/recipe.ts';
import { SITES } from '../sites/sites.ts';
import type { ShownBySite } from './button-choice.ts';
import { bridgeFile, recipeFile, shownFile, wordsFile } from './packaged-files.ts';

/** The feed's script; a site's recipe and the person's words run before it as data files. */
const FEED = 'feed.js';

const EVERYWHERE = new Set(['<all_urls>', '*://*/*', 'https://*/*']);

export interface Registration {
  readonly id: string;
  readonly js: string[];
  readonly matches: string[];
  readonly excludeMatches?: string[];
  /**
   * MAIN is the page's own world, for the bridge. It exists before the page's first post, and does nothing
   * until it is queried.
   */
  readonly world?: 'MAIN';
  readonly runAt?: 'document_start';
}

const hostsOf = (site: Recipe) =>
  site.hosts.flatMap((host) => [
    `*://${host}/*`,
    ...(host.includes('.', host.indexOf('.') + 1) ? [] : [`*://www.${host}/*`]),
  ]);

/**
 * Scripts to register for the granted hosts. Every site gets only its own recipe; added hosts get the recipes
 * that recognise a site by its page. A site without buttons gets no script. `say`: also passes on the choice of
 * buttons, even the default, for pages that have an older one.
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

/** Scripts for the page's own world: for sites whose recipe reads page properties. */
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
 * Scripts to run before a page's own, in browsers that expose the innermost node of an event (see
 * first-listener.ts).
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

/** Granted hosts, as match patterns. In the e2e build that is every host. */
async function granted(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => /^(<all_urls>|\*|https?):?/.test(origin));
}

/** Hosts that the person added by name: granted, and not among the recipes' own. */
export async function addedHosts(): Promise<string[]> {
  const own = new Set(SITES.flatMap((site) => site.origins));
  return (await granted()).filter((origin) => !own.has(origin));
}

/**
 * Synchronises registered scripts with granted hosts. Registered rather than injected, so that a script runs
 * before a page's first post. Calls are serialised: concurrent ones would register twice.
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
 * Injects the script into open pages after an install, an update or a new permission. An older one there yields
 * (see the feed's takeover). Pages that refuse scripts are skipped.
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

/** WXT types only the files that it builds; ours are written by a build hook. */
const packaged = (file: string) => `/${file}` as '/background.js';
