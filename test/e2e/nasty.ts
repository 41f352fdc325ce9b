import { expect } from 'vitest';
import type { Capture } from '../../src/capture/capture.ts';
import type { Recipe } from '../../src/sites/recipe.ts';
import { SITES } from '../../src/sites/sites.ts';
import type { ExpectedPage } from '../hosts/expected.ts';
import { pages } from '../hosts/playground.ts';

/** A tab, as both browsers' drivers have one. */
export interface Tab {
  evaluate<Arg, Value>(run: (arg: Arg) => Value | Promise<Value>, arg: Arg): Promise<Value>;
  press(x: number, y: number): Promise<void>;
  /** Names and states of a pair's two buttons, read in its closed root as a debugger does; empty where it has none. */
  buttons(pair: number): Promise<{ readonly name: string; readonly pressed: boolean }[]>;
  close(): Promise<void>;
}

/** A browser with the extension over the stand-ins. */
export interface Browsing {
  open(address: string): Promise<Tab>;
  rows<Row>(table: 'links' | 'captures'): Promise<Row[]>;
  /** Closes the windows that shares have opened. */
  tidy(): Promise<void>;
  /** Of the plain server, where the same pages stand under names that are no site's. */
  readonly port: number;
}

export interface Nasty {
  readonly site: Recipe;
  readonly address: string;
  readonly posts: number;
}

/** Every site's feed with every bad condition laid over it. */
export async function nastyFeeds(): Promise<Nasty[]> {
  return Promise.all(
    SITES.map(async (site) => {
      const module = (await import(`../hosts/${site.id}/expected.ts`)) as Record<
        string,
        { feed: ExpectedPage }
      >;
      const feed = module[`${site.id}Expected`]?.feed;
      const page = Object.entries(pages).find(([name]) => name === site.id)?.[1];
      if (!feed || !page) throw new Error(`${site.id} has no stand-in of that name`);
      const address = `${page}${page.includes('?') ? '&' : '?'}nasty=all`;
      return { site, address, posts: feed.posts.length };
    }),
  );
}

const rootsOf = ({ forms }: Recipe) => forms.flatMap(({ root }) => root).join(',');

/** Runs in the page: how many pairs each post has, and whether one stands outside of any. */
function pairs(roots: string): { each: number[]; strays: number } {
  const found = new Map<Element | null, number>();
  const posts = [...document.querySelectorAll('[data-musubi]')].map((pair) => pair.closest(roots));
  for (const post of posts) found.set(post, (found.get(post) ?? 0) + 1);
  const strays = found.get(null) ?? 0;
  found.delete(null);
  return { each: [...found.values()], strays };
}

/** Runs in the page: the pairs of which a half is not on top at its own middle, or is too small to press. */
function unpressable(_: null): string[] {
  const faults: string[] = [];
  for (const [at, pair] of document.querySelectorAll('[data-musubi]').entries()) {
    pair.scrollIntoView({ block: 'center' });
    if (pair.shadowRoot) faults.push(`${at}: open`);
    const { left, top, width, height } = pair.getBoundingClientRect();
    if (width < 48 || height < 24) faults.push(`${at}: ${width} by ${height}`);
    for (const half of [0.25, 0.75]) {
      const over = document.elementFromPoint(left + width * half, top + height / 2);
      if (over !== pair) faults.push(`${at}: under ${over?.outerHTML.slice(0, 120)}`);
    }
  }
  return faults;
}

/** Runs in the page: the middle of a button, half a pair, once it is in view. */
function middleOf([at, child]: [number, number]): { x: number; y: number } {
  const pair = document.querySelectorAll('[data-musubi]')[at];
  pair?.scrollIntoView({ block: 'center' });
  const box = pair?.getBoundingClientRect();
  if (!pair || !box) throw new Error(`no pair ${at}`);
  const isFirst = (child === 0) === (getComputedStyle(pair).direction !== 'rtl');
  return { x: box.left + box.width * (isFirst ? 0.25 : 0.75), y: box.top + box.height / 2 };
}

/** Runs in the page: all there is but what is ours. */
function withoutOurs(_: null): string {
  const copy = document.documentElement.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  for (const node of copy.querySelectorAll('[data-musubi],[data-musubi-floating]')) node.remove();
  return copy.outerHTML;
}

const isPressed = async (tab: Tab, at: number, child: 0 | 1): Promise<boolean> =>
  (await tab.buttons(at))[child]?.pressed === true;

/** Runs in the page: draws every row with a pair anew, without what is not the page's. */
function redraw(_: null): void {
  for (const pair of document.querySelectorAll('[data-musubi]')) {
    const row = pair.parentElement;
    const next = row?.cloneNode(true);
    if (!row || !(next instanceof Element)) continue;
    for (const ours of next.querySelectorAll('[data-musubi]')) ours.remove();
    row.replaceWith(next);
  }
}

/** Runs in the page: shows the first two posts in each other's nodes, as lists that recycle do. */
function exchange(roots: string): void {
  const [first, second] = [...document.querySelectorAll('[data-musubi]')].map((pair) => pair.closest(roots));
  if (!first || !second) throw new Error('fewer than two posts');
  const attributes = (of: Element) => [...of.attributes].map(({ name, value }) => [name, value] as const);
  const content = (of: Element) => {
    for (const pair of of.querySelectorAll('[data-musubi]')) pair.remove();
    return [...of.childNodes];
  };
  const [a, b] = [attributes(first), attributes(second)];
  const [inA, inB] = [content(first), content(second)];
  for (const [to, own, theirs, inside] of [
    [first, a, b, inB],
    [second, b, a, inA],
  ] as const) {
    for (const [name] of own) to.removeAttribute(name);
    for (const [name, value] of theirs) to.setAttribute(name, value);
    to.replaceChildren(...inside);
  }
}

async function onePairEach(tab: Tab, { site, posts }: Nasty): Promise<void> {
  const wanted = { each: Array(posts).fill(1), strays: 0 };
  await expect.poll(() => tab.evaluate(pairs, rootsOf(site))).toEqual(wanted);
}

async function press(tab: Tab, at: number, child: 0 | 1): Promise<void> {
  const { x, y } = await tab.evaluate(middleOf, [at, child] as [number, number]);
  await tab.press(x, y);
}

/** The same page under a name that is no site's, where nothing of ours runs. */
async function bare({ open, port }: Browsing, address: string): Promise<string> {
  const { host, pathname, search } = new URL(address);
  const tab = await open(`http://${host}.localhost:${port}${pathname}${search}`);
  const markup = await tab.evaluate(withoutOurs, null);
  await tab.close();
  return markup;
}

async function sharesAndKeeps(browsing: Browsing, tab: Tab, { site }: Nasty): Promise<void> {
  const links = (await browsing.rows('links')).length;
  await press(tab, 1, 0);
  await expect.poll(async () => (await browsing.rows('links')).length).toBe(links + 1);
  await browsing.tidy();
  const known = new Set((await browsing.rows<Capture>('captures')).map(({ id }) => id));
  await press(tab, 0, 1);
  const kept = async () =>
    (await browsing.rows<Capture>('captures')).find(
      ({ id, read }) => !known.has(id) && read.site === site.id,
    );
  await expect.poll(kept).toBeDefined();
  await expect.poll(() => isPressed(tab, 0, 1)).toBe(true);
  const read = (await kept())?.read;
  expect(`${read?.title} ${read?.text}`).toContain('<img src=x onerror=');
}

/** What is kept is shown on the post that was, in whatever node. What a page's scripts hold does not move with nodes. */
async function followsThePost(tab: Tab, nasty: Nasty): Promise<void> {
  await tab.evaluate(exchange, rootsOf(nasty.site));
  await onePairEach(tab, nasty);
  await expect.poll(() => isPressed(tab, 1, 1)).toBe(true);
  expect(await isPressed(tab, 0, 1)).toBe(false);
}

/** The whole of what a nasty page may ask of us, on one site's feed. */
export async function holds(browsing: Browsing, nasty: Nasty): Promise<void> {
  // A site that is known by its page is known under any name: there the page is compared with itself.
  const untouched = nasty.site.hosts.length > 0 ? await bare(browsing, nasty.address) : null;
  const tab = await browsing.open(nasty.address);
  await onePairEach(tab, nasty);
  if (untouched !== null) expect(await tab.evaluate(withoutOurs, null)).toBe(untouched);
  expect(await tab.evaluate(unpressable, null)).toEqual([]);
  expect(await tab.buttons(0)).toHaveLength(2);
  await sharesAndKeeps(browsing, tab, nasty);
  const harm = (_: null) => [
    (window as unknown as { __harm: number }).__harm,
    document.querySelectorAll('img[src="x"]').length,
  ];
  expect(await tab.evaluate(harm, null)).toEqual([0, 0]);

  await tab.evaluate(redraw, null);
  await onePairEach(tab, nasty);
  if (!nasty.site.held) await followsThePost(tab, nasty);

  // A page that says there is a newer copy of us is not obeyed.
  const before = await tab.evaluate(withoutOurs, null);
  const after = await tab.evaluate((_: null) => {
    document.dispatchEvent(new CustomEvent('musubi:takeover'));
    return document.querySelectorAll('[data-musubi]').length;
  }, null);
  expect(after).toBe(nasty.posts);
  expect(await tab.evaluate(withoutOurs, null)).toBe(before);
  await tab.close();
}
