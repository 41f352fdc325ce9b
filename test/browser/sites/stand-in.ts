import { expect } from 'vitest';
import { posts, prepare, type Site, shapeOf } from '../../../src/feed/match-forms.ts';
import { read } from '../../../src/feed/read-post.ts';
import type { Post } from '../../../src/post/post.ts';
import { settled } from '../../../src/post/resolve-counts.ts';
import type { Recipe } from '../../../src/sites/recipe.ts';
import type { Site as Host } from '../../hosts/answer.ts';
import type { Expected, ExpectedPage } from '../../hosts/expected.ts';

/** A stand-in's page as its host sends it, parsed. */
function fetched(host: Host, address: string): Document {
  const url = new URL(address);
  const answer = host({ host: url.host, method: 'GET', path: url.pathname, query: url.searchParams });
  if (typeof answer?.body !== 'string') throw new Error(`no page at ${address}`);
  return new DOMParser().parseFromString(answer.body, 'text/html');
}

/**
 * Puts a stand-in's page into this document, its cells mounted where the page's script would mount them, each in a
 * wrapper as the site has it. Scripts do not run: what is parsed by a parser is never executed.
 */
export function openStandIn(host: Host, address: string, wrapper = 'div'): void {
  const page = fetched(host, address);
  for (const { name, value } of page.documentElement.attributes)
    document.documentElement.setAttribute(name, value);
  const style = page.querySelector('style');
  document.body.replaceChildren(...(style ? [style] : []), ...page.body.childNodes);
  const cells = document.querySelector<HTMLTemplateElement>('template#cells');
  const list = document.querySelector('section > div, [role="feed"], #list');
  for (const cell of cells?.content.children ?? []) {
    const around = document.createElement(wrapper);
    around.append(cell.cloneNode(true));
    list?.append(around);
  }
  cells?.remove();
}

/** Takes the page away again. */
export function closeStandIn(): void {
  document.body.replaceChildren();
  for (const { name } of [...document.documentElement.attributes])
    document.documentElement.removeAttribute(name);
}

/** A recipe made ready for the page at an address. */
export const siteAt = (recipe: Recipe, address: string): Site =>
  prepare(recipe, new URL(address).host, address);

/** Every post in the document as Keep would store it. */
export function readAll(site: Site): Post[] {
  return posts(site).map((root) => {
    const shape = shapeOf(site, root);
    const reading = shape && read(site, shape, root);
    if (!reading?.ok) throw new Error(`unread: ${root.outerHTML.slice(0, 300)}`);
    return settled(reading.post);
  });
}

/** A post in the words of a stand-in's expectations. */
function told(post: Post): Omit<Expected, 'kind'> & { kind: string } {
  const { url, kind, author, title, text, lang, time, links, media, counts, quotes, answers } = post;
  return {
    url,
    kind,
    name: author.name,
    handle: author.handle,
    profile: author.url,
    title,
    text,
    lang,
    time: time === null ? null : new Date(time).toISOString(),
    links,
    media: media.map((one) => ({ kind: one.kind, url: one.url, alt: one.alt })),
    counts: Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, count.value])),
    quotes: quotes && {
      url: quotes.url,
      name: quotes.author.name,
      handle: quotes.author.handle,
      text: quotes.text,
    },
    answers: answers?.url ?? null,
  };
}

/** What is said of a post without author, handle or time, or with a text that is cut: lists of some sites tell none. */
function statusOf({ name, handle, text, cut, media, time }: Expected): string[] {
  const noText = cut || (!text && media.length === 0);
  const missing = [!name && 'author', !handle && 'handle', noText && 'text', time === null && 'time'].filter(
    (one) => one !== false,
  );
  return missing.length > 0 ? ['partial', ...missing] : ['full'];
}

/** Holds every field of every post on a page against what the stand-in says, in the order of the page. */
export function readsAs(recipe: Recipe, page: ExpectedPage): void {
  const found = readAll(siteAt(recipe, page.address));
  expect(found.map(told)).toEqual(
    page.posts.map(({ cut: _, ...post }: Expected) => ({ title: '', ...post })),
  );
  expect(found.map((post) => [post.status, ...post.missing])).toEqual(page.posts.map(statusOf));
  expect(new Set(found.map((post) => post.key)).size).toBe(found.length);
}

/** Puts one post's markup, as a site would send it, into this document. */
export function openMarkup(markup: string): void {
  const page = new DOMParser().parseFromString(markup, 'text/html');
  document.body.replaceChildren(...page.body.childNodes);
}
