import { MEDIA_CAP, TEXT_CAP } from '../caps.ts';
import type { Field, Post, PostKind, Reading } from '../post.ts';
import { cutText } from '../text-collector.ts';
import { type Facts, merged } from './facts.ts';
import { jsonLdItems } from './jsonld.ts';
import { kindOf } from './kinds.ts';
import { type Meta, metaOf } from './meta.ts';
import { microdataItems } from './microdata.ts';
import { oembed } from './oembed.ts';
import { openGraph } from './opengraph.ts';
import {
  addressOf,
  type DocumentHistory,
  headIsCurrent,
  isOfPage,
  type Place,
  placeOf,
} from './page-address.ts';
import { condensed, platformAt } from './platforms.ts';
import { outletOf, ownAuthor, type Publisher } from './publisher.ts';
import { type Item, textIn } from './schema-item.ts';
import { addressesOf, factsOf } from './schema-org.ts';
import { isSiteIcon, siteIconsOf } from './site-icons.ts';
import { network } from './social-pages.ts';
import { words } from './values.ts';
import { visible } from './visible-content.ts';

export interface PageOptions extends DocumentHistory {
  /** The selected text; empty for none. */
  readonly selection: string;
}

/** Fields expected of each kind; a shop's page without a date lacks nothing. */
const EXPECTED: Readonly<Record<PostKind, readonly Field[]>> = {
  post: ['author', 'handle', 'text', 'time'],
  comment: ['author', 'handle', 'text', 'time'],
  article: ['author', 'text', 'time'],
  video: ['author', 'text', 'time'],
  profile: ['author'],
  product: ['text'],
  page: ['text'],
};

interface Candidate {
  readonly kind: PostKind;
  readonly item: Item;
  readonly urls: readonly string[];
  readonly rank: number;
  readonly publisher: boolean;
}

function candidatesOf(items: readonly Item[], place: Place): Candidate[] {
  return items.flatMap((item) => {
    const known = kindOf(item.types);
    return known ? [{ ...known, item, urls: addressesOf(item, place.href) }] : [];
  });
}

/**
 * Things that belong to this page: those that say so first, then by kind. The page's own entry yields to a
 * candidate without an address whose name is the page's title: that is the subject.
 */
function currentOf(candidates: readonly Candidate[], place: Place, head: boolean, title: string): Facts[] {
  const says = (candidate: Candidate) => candidate.urls.some((url) => isOfPage(url, place));
  const order = (candidate: Candidate) => {
    if (says(candidate)) return candidate.kind === 'page' ? 2 : 0;
    const name = condensed(textIn(candidate.item, 'headline', 'name'));
    return candidate.kind !== 'page' && name !== '' && title.includes(name) ? 1 : 3;
  };
  return candidates
    .filter((candidate) => says(candidate) || (candidate.urls.length === 0 && head && !candidate.publisher))
    .sort((a, b) => order(a) - order(b) || a.rank - b.rank)
    .flatMap((candidate) => factsOf(candidate.item, place.href) ?? []);
}

/**
 * The first of several candidates is the subject; the page's own entry may complete it, but not with a price or
 * rating, which may belong to something else.
 */
function mainOf(facts: readonly Facts[]): Facts[] {
  const [first, ...rest] = facts;
  return first
    ? [first, ...rest.filter((one) => one.kind === 'page').map((one) => ({ ...one, about: {} }))]
    : [];
}

interface Described {
  readonly layers: readonly Facts[];
  /** Whether the page's data is about its present address. */
  readonly current: boolean;
  readonly publisher: Publisher;
}

function layersOf(doc: Document, meta: Meta, place: Place): Described {
  const items = [jsonLdItems(doc), microdataItems(doc)] as const;
  const [described, marked] = items.map((list) => candidatesOf(list, place)) as [Candidate[], Candidate[]];
  const title = condensed(`${doc.title} ${doc.querySelector('h1')?.textContent ?? ''}`);
  const [only, ...more] = [...described, ...marked].filter((one) => one.urls.length > 0 && !one.publisher);
  const head = headIsCurrent(place, more.length === 0 ? (only?.urls ?? []) : []);
  const candidates = [described, marked].flatMap((list) => mainOf(currentOf(list, place, head, title)));
  const graph = head || (place.ogUrl !== '' && isOfPage(place.ogUrl, place));
  const embed = oembed(doc, place.href);
  const embedded = embed && (embed.page ? isOfPage(embed.page, place) : head) ? embed.facts : null;
  const layers = [
    network(graph ? meta : new Map(), place.href),
    ...candidates,
    ...(graph ? [openGraph(meta, place.href)] : []),
    embedded,
    visible(doc, place.href),
  ].filter((one) => one !== null);
  const publisher = outletOf(meta, items.flat(), place.href);
  return { layers, current: head || graph || candidates.length > 0, publisher };
}

/** Whether words end like a site's truncated summary: real texts do not end so after that length. */
const isCutBySite = (text: string) => text.length >= 60 && /(?:…|\.{3}|\[…\])$/.test(text);

function missingOf(found: Facts, text: string, current: boolean): Field[] {
  const has: Readonly<Record<Field, boolean>> = {
    url: true,
    author: found.author.name !== '',
    handle: found.author.handle !== '',
    text: (text !== '' || found.media.length > 0) && !isCutBySite(text),
    time: found.time !== null || found.day !== null,
  };
  // Data of another page was ignored, so everything it could have stated counts as missing.
  const expected: readonly Field[] = current ? EXPECTED[found.kind ?? 'page'] : ['author', 'text', 'time'];
  return expected.filter((field) => !has[field]);
}

function postOf(found: Facts, url: string, selection: string, current: boolean): Post {
  const { text, cut } = cutText(words(selection) || found.text, TEXT_CAP);
  const missing = missingOf(found, text, current);
  return {
    key: url,
    site: 'page',
    kind: found.kind ?? 'page',
    url,
    title: found.title,
    author: found.author,
    text,
    lang: found.lang,
    time: found.time,
    ...(found.day !== null && { day: found.day }),
    links: [],
    media: found.media.slice(0, MEDIA_CAP),
    counts: found.counts,
    ...(Object.keys(found.about).length > 0 && { about: found.about }),
    quotes: null,
    answers: null,
    capped: [
      ...(cut || isCutBySite(text) ? (['text'] as const) : []),
      ...(found.media.length > MEDIA_CAP ? (['media'] as const) : []),
    ],
    recipe: { id: 'page', version: 1 },
    status: missing.length === 0 ? 'full' : 'partial',
    missing,
  };
}

/**
 * The document's language describes its words; the language in data is often the site's. A platform's pages are
 * in the viewer's language, so there only the post's own data counts.
 */
function languageOf(layers: readonly Facts[], { href }: Place): string {
  const visible = layers.at(-1)?.lang ?? '';
  const declared = layers.slice(0, -1).find(({ lang }) => lang !== '')?.lang ?? '';
  return platformAt(new URL(href).host) ? '' : visible || declared;
}

/**
 * Reads any page by its own data: JSON-LD, microdata, Open Graph, the link to its oEmbed data, then title and
 * selection. Makes no request and changes nothing. Ignores data about another page, which in-place navigation
 * leaves behind. `ok: false` where the page has no http(s) address.
 */
export function readPage(doc: Document, options: PageOptions): Reading {
  const meta = metaOf(doc);
  const place = placeOf(doc, meta, options);
  const url = addressOf(place);
  if (!url || url.length > 4000) return { ok: false, missing: ['url'] };
  const { layers, current, publisher } = layersOf(doc, meta, place);
  const found = merged(layers);
  const marks = siteIconsOf(doc, place.href);
  const own: Facts = {
    ...found,
    author: ownAuthor(found.author, publisher),
    lang: languageOf(layers, place),
    media: found.media.filter((medium) => !isSiteIcon(medium, marks)),
  };
  return { ok: true, post: postOf(own, url, options.selection, current) };
}
