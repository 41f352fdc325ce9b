import type { Author, Field, Media, Mention, RawPost, Reading } from '../post/post.ts';
import { textOf } from '../post/text.ts';
import type { CountName, Fields, Form, MediaPlace, Recipe } from '../sites/recipe.ts';
import { own, type Scope, take } from './extract-field.ts';
import { cardOf, idOf, keyOf, type Shape, type Site, scopeOf } from './match-forms.ts';

// The limits of the schema, which page scripts do not include.
const MAX = { text: 20_000, media: 40, links: 40, line: 300 };

const clip = (text: string, max: number) => (text.length > max ? text.slice(0, max) : text);

function absolute(href: string, base: string): string {
  if (!href) return '';
  try {
    const url = new URL(href, base);
    return /^https?:$/.test(url.protocol) && url.href.length <= 4000 ? url.href : '';
  } catch {
    return '';
  }
}

function authorOf(fields: Fields, scope: Scope): Author {
  const handle = take(fields.handle, scope);
  const name = take(fields.name, scope) || handle;
  return {
    name: clip(name, MAX.line),
    handle: clip(handle, MAX.line),
    url: absolute(take(fields.profile, scope), scope.location),
  };
}

/** A link's real target: shorteners hide it, but its text (partly invisible) shows it. */
function unwrapped(anchor: Element, href: string, wraps: readonly string[]): string {
  const host = new URL(href).host;
  if (!wraps.includes(host)) return href;
  const shown = textOf(anchor).text.replace(/…$/, '').trim();
  if (!/^(https?:\/\/)?[^\s/@]+\.[^\s/.]{2,}(\/\S*)?$/i.test(shown)) return href;
  return absolute(/^https?:/i.test(shown) ? shown : `https://${shown}`, href) || href;
}

/** The target of a redirect on the site's own host. */
function sentOn({ hosts, redirects = {} }: Recipe, href: string): string {
  const { host, pathname, searchParams } = new URL(href);
  const name = redirects[pathname.replace(/\/$/, '')];
  if (!name || !hosts.includes(host.replace(/^www\./, ''))) return href;
  return absolute(searchParams.get(name) ?? '', href) || href;
}

/** Targets of a post's links, then of the post itself. */
function* targets(recipe: Recipe, form: Form, scope: Scope): Generator<string> {
  for (const anchor of form.links ? own(scope, form.links) : []) {
    const href = absolute(anchor.getAttribute('href') ?? '', scope.location);
    if (href) yield sentOn(recipe, unwrapped(anchor, href, recipe.wraps ?? []));
  }
  const lead = absolute(take(form.leads, scope), scope.location);
  if (lead) yield lead;
}

function linksOf(recipe: Recipe, form: Form, scope: Scope): string[] {
  const found = new Set<string>();
  const here = new URL(scope.location).host;
  for (const link of targets(recipe, form, scope)) {
    const host = new URL(link).host;
    const inside = host === here || recipe.hosts.includes(host.replace(/^www\./, ''));
    if (!inside) found.add(link);
    if (found.size > MAX.links) break;
  }
  return [...found];
}

/** A moment as it was read; null where there is no date of it. */
const momentOf = (text: string) => (text && Math.abs(Number(text)) <= 8.64e15 ? Number(text) : null);

const size = (element: Element, name: 'width' | 'height') => {
  if (element instanceof HTMLImageElement)
    return name === 'width' ? element.naturalWidth : element.naturalHeight;
  if (element instanceof HTMLVideoElement) return name === 'width' ? element.videoWidth : element.videoHeight;
  const written = Number(element.getAttribute(name));
  return written > 0 && written < 1e6 ? written : 0;
};

function mediumOf(place: MediaPlace, element: Element, base: string): Media | null {
  const shown = element.getAttribute(place.attr) ?? '';
  const url = absolute(place.re && place.to ? shown.replace(new RegExp(place.re), place.to) : shown, base);
  if (!url) return null;
  const image = element.matches('img,video') ? element : (element.querySelector('img') ?? element);
  const alt = place.alt ? clip(image.getAttribute(place.alt) ?? '', 4000) : '';
  return { kind: place.kind, url, alt, width: size(image, 'width'), height: size(image, 'height') };
}

function mediaOf(form: Form, scope: Scope): Media[] {
  const found = new Map<string, Media>();
  for (const place of form.media ?? []) {
    for (const element of own(scope, place.at)) {
      if (found.size > MAX.media) break;
      const medium = mediumOf(place, element, scope.location);
      if (medium && !found.has(medium.url)) found.set(medium.url, medium);
    }
  }
  return [...found.values()];
}

/** Counts as displayed, each candidate in its order; they are parsed where they are stored. */
function countsOf(form: Form, scope: Scope): RawPost['counts'] {
  const counts: Partial<Record<CountName, string[]>> = {};
  for (const [name, candidates] of Object.entries(form.counts ?? {}) as [CountName, Form['id']][]) {
    const shown = candidates.map((candidate) => clip(take([candidate], scope), 60)).filter(Boolean);
    if (shown.length > 0) counts[name] = shown;
  }
  return counts;
}

function quoteOf(form: Form, scope: Scope): Mention | null {
  if (!form.inner || !form.quotes) return null;
  for (const root of scope.root.querySelectorAll(form.inner)) {
    const inside: Scope = { root, others: '', location: scope.location, parts: [] };
    const author = authorOf(form.quotes, inside);
    const text = clip(take(form.quotes.text, inside), MAX.text);
    if (!author.name && !text) continue;
    return { url: absolute(take(form.quotes.url, inside), scope.location), author, text };
  }
  return null;
}

function answerOf(form: Form, scope: Scope): Mention | null {
  const url = absolute(take(form.answers, scope), scope.location);
  return url ? { url, author: { name: '', handle: '', url: '' }, text: '' } : null;
}

type Found = Pick<RawPost, 'url' | 'author' | 'text' | 'time' | 'media' | 'title'>;

/** Missing fields of a post. A truncated text counts as missing. */
function missingOf(post: Found, isCut: boolean): Field[] {
  const missing: Field[] = [];
  if (!post.url) missing.push('url');
  if (!post.author.name) missing.push('author');
  if (!post.author.handle) missing.push('handle');
  if (isCut || (!post.text && post.media.length === 0)) missing.push('text');
  if (post.time === null) missing.push('time');
  return missing;
}

/** Whether the post itself has this element: a sign that the site shows only a part. */
const has = (scope: Scope, sign: string | undefined) => sign !== undefined && !own(scope, sign).next().done;

/** The address of a post without one of its own: the page it was seen on. */
const seenAt = (scope: Scope) => absolute(scope.location.replace(/#.*/s, ''), scope.location);

/** The text with tags that the site shows separately, as a last paragraph. */
function tagged({ tags }: Form, scope: Scope, text: string): string {
  if (tags === undefined) return text;
  const apart = new Set<string>();
  for (const element of own(scope, tags)) {
    const tag = textOf(element).text.trim();
    if (tag && !text.includes(tag)) apart.add(tag);
  }
  return [text, [...apart].join(' ')].filter(Boolean).join('\n\n');
}

function build(site: Site, shape: Shape, scope: Scope, id: string, url: string): RawPost {
  const { form } = shape;
  const { fields } = form;
  const text = tagged(form, scope, take(fields.text, scope));
  const media = mediaOf(form, scope);
  const links = linksOf(site.recipe, form, scope);
  const time = take(fields.time, scope);
  const found = {
    url,
    title: clip(take(fields.title, scope), 1000),
    author: authorOf(fields, scope),
    text: clip(text, MAX.text),
    time: momentOf(time),
    media: media.slice(0, MAX.media),
  };
  const isCut = has(scope, form.cut);
  const missing = missingOf(found, isCut);
  return {
    ...found,
    url: url || seenAt(scope),
    key: keyOf(site, id),
    site: site.recipe.id,
    kind: form.kind,
    lang: clip(take(fields.lang, scope), 40),
    links: links.slice(0, MAX.links),
    counts: countsOf(form, scope),
    quotes: quoteOf(form, scope),
    answers: answerOf(form, scope),
    capped: [
      ...(text.length >= MAX.text || isCut ? (['text'] as const) : []),
      ...(media.length > MAX.media || has(scope, form.more) ? (['media'] as const) : []),
      ...(links.length > MAX.links ? (['links'] as const) : []),
    ],
    recipe: { id: site.recipe.id, version: site.recipe.version },
    status: missing.length === 0 ? 'full' : 'partial',
    missing,
  };
}

/**
 * Reads a post as it is now. `ok: false` without an id or address: it could not be found again. Where the
 * recipe can identify such cards, the post is `partial`, with the page as its address and `url` among the
 * missing fields.
 */
export function read(site: Site, shape: Shape, root: Element): Reading {
  const scope = scopeOf(site, shape, root);
  const id = idOf(site, shape, scope);
  const card = id ? '' : cardOf(shape, scope);
  if (!id && !card) return { ok: false, missing: ['url'] };
  const url = id ? absolute(take(shape.form.fields.url, scope), scope.location) : '';
  const post = build(site, shape, scope, id || card, url);
  return url || card ? { ok: true, post } : { ok: false, missing: post.missing };
}
