import { ALL, scrollTo, type Variant, withFeed } from './feed-run.ts';
import { round } from './figures.ts';
import { addedScript, medianOf, POSTS, rounds, taskRatioToPage } from './rounds.ts';

const ROUNDS = 7;
const VARIANTS: readonly Variant[] = ['page', 'musubi'];
const query = `posts=${POSTS}&batch=20`;

/** A site's feed, the root of a post in it, and what tells posts apart. */
interface Site {
  readonly site: string;
  readonly address: string;
  readonly root: string;
  readonly at: string;
  readonly attr: string;
}
const SITES: readonly Site[] = [
  {
    site: 'linkedin',
    address: `https://www.linkedin.com/feed/?${query}`,
    root: '[componentkey*="FeedType_"]',
    at: '',
    attr: 'componentkey',
  },
  {
    site: 'youtube',
    address: `https://www.youtube.com/?${query}`,
    root: 'ytd-rich-item-renderer',
    at: 'a[href*="v="]',
    attr: 'href',
  },
];

declare global {
  interface Window {
    __pairs?: { mounted: Set<string>; twice: number };
  }
}

/** Watches from the page's own world which posts get buttons, and whether any gets them twice. */
const watchPairs = ({ root, at, attr }: Site) => {
  const pairs = { mounted: new Set<string>(), twice: 0 };
  window.__pairs = pairs;
  const take = (pair: Element) => {
    const post = pair.closest(root);
    const said = (at ? post?.querySelector(at) : post)?.getAttribute(attr);
    if (said) pairs.mounted.add(said);
    if (post && post.querySelectorAll('[data-musubi]').length > 1) pairs.twice += 1;
  };
  for (const pair of document.querySelectorAll('[data-musubi]')) take(pair);
  const look = (node: Node) => {
    if (!(node instanceof Element)) return;
    if (node.matches('[data-musubi]')) take(node);
    else for (const pair of node.querySelectorAll('[data-musubi]')) take(pair);
  };
  new MutationObserver((records) => {
    for (const { addedNodes } of records) addedNodes.forEach(look);
  }).observe(document, { subtree: true, childList: true });
};

function counted(site: Site, proxyPort: number): Promise<{ mounted: number; duplicates: number }> {
  return withFeed({ variant: 'musubi', address: site.address, proxyPort }, async (page) => {
    await page.evaluate(watchPairs, site);
    await page.evaluate(scrollTo, ALL);
    return page.evaluate(() => ({
      mounted: window.__pairs?.mounted.size ?? 0,
      duplicates: window.__pairs?.twice ?? 0,
    }));
  });
}

async function measured(site: Site, proxyPort: number): Promise<object> {
  const asked = VARIANTS.map((variant) => ({ variant, address: site.address, proxyPort }));
  const all = await rounds(site.site, asked, ROUNDS);
  return {
    site: site.site,
    posts: POSTS,
    ...(await counted(site, proxyPort)),
    pageTaskMs: round(medianOf(all, 'page', 'taskMs'), 2),
    musubiScriptMs: round(addedScript(all, 'musubi'), 2),
    taskRatioToPage: round(taskRatioToPage(all, 'musubi')),
  };
}

/** LinkedIn's and YouTube's feeds: the page alone and with us, in turn. */
export async function otherFeeds(proxyPort: number): Promise<object[]> {
  const found: object[] = [];
  for (const site of SITES) found.push(await measured(site, proxyPort));
  return found;
}
