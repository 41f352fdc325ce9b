import { ID_TIMES } from '../id-times.ts';
import { parseCount } from '../parse-count.ts';
import type { Author, Post, PostKind } from '../post.ts';
import { type Facts, NOBODY, NOTHING } from './facts.ts';
import { type Meta, metaIn } from './meta.ts';
import { line, words } from './values.ts';

/** Networks whose post addresses contain an id with the time. */
const NETWORKS: readonly { host: RegExp; path: RegExp; id: keyof typeof ID_TIMES; kind: PostKind }[] = [
  { host: /(^|\.)instagram\.com$/, path: /\/(?:p|reels?|tv)\/([\w-]+)/, id: 'instagram', kind: 'post' },
  { host: /(^|\.)threads\.(?:com|net)$/, path: /\/post\/([\w-]+)/, id: 'instagram', kind: 'post' },
  { host: /(^|\.)tiktok\.com$/, path: /\/(?:video|photo)\/(\d+)/, id: 'tiktok', kind: 'video' },
  { host: /(^|\.)douyin\.com$/, path: /\/(?:video|note)\/(\d+)/, id: 'tiktok', kind: 'video' },
  { host: /(^|\.)(?:x|twitter)\.com$/, path: /\/status\/(\d+)/, id: 'x', kind: 'post' },
  {
    host: /(^|\.)linkedin\.com$/,
    path: /(?:activity|ugcPost|share)[:-](\d{19})/i,
    id: 'linkedin',
    kind: 'post',
  },
  { host: /(^|\.)bsky\.app$/, path: /\/post\/([a-z0-9]{13})$/, id: 'bluesky', kind: 'post' },
];

const OPENING = /[:：]\s{0,5}["“„«「]/;

/** The text in quotation marks after a colon up to the end; empty where there is none. */
function quotedIn(title: string): string {
  const whole = title.trimEnd().replace(/\.$/, '').trimEnd();
  const opening = /["”“»」]$/.test(whole) ? OPENING.exec(whole) : null;
  return opening ? whole.slice(opening.index + opening[0].length, -1) : '';
}

/** `Name (@handle) …`, as networks write it in every language. */
function byHandle(text: string): Author | null {
  const [, name = '', handle = ''] = /^(?:.*? from )?([^()]{1,80}?) \((@[\w.-]{1,60})\)/.exec(text) ?? [];
  return handle ? { ...NOBODY, name: line(name, 300), handle } : null;
}

/** `Name on Site`, where the site is the one that the page names. */
function bySite(title: string, site: string): Author | null {
  const at = site ? title.indexOf(` on ${site}`) : -1;
  return at > 0 && at <= 80 ? { ...NOBODY, name: line(title.slice(0, at), 300) } : null;
}

/** The owner of a page by its address: `/@handle/…`. */
function byAddress(url: string): Author | null {
  const { origin, pathname } = new URL(url);
  const handle = /^\/(@[\w.-]{1,60})(?:\/|$)/.exec(pathname)?.[1];
  return handle ? { name: '', handle, url: `${origin}/${handle}` } : null;
}

function countsOf(description: string): Post['counts'] {
  const [, likes = '', replies = ''] = /^(\S+) likes?, (\S+) comments?\b/i.exec(description) ?? [];
  const [liked, replied] = [parseCount(likes), parseCount(replies)];
  return { ...(liked && { likes: liked }), ...(replied && { replies: replied }) };
}

function authorOf(meta: Meta, url: string): Author {
  const titles = ['twitter:title', 'og:title', 'description', 'og:description'].map((name) =>
    metaIn(meta, name),
  );
  const named = titles.map(byHandle).find((one) => one !== null);
  const site = bySite(metaIn(meta, 'og:title'), metaIn(meta, 'og:site_name'));
  const address = byAddress(url);
  const name = named?.name || site?.name || '';
  return { name, handle: named?.handle || address?.handle || '', url: address?.url ?? '' };
}

/**
 * What pages of social networks say in sentences instead of data: the author before `(@handle)`, the text in
 * quotation marks after the title, counts at the start of the description; and the time, from the address. Null
 * for other pages.
 */
export function network(meta: Meta, url: string): Facts | null {
  const { host, pathname } = new URL(url);
  const known = NETWORKS.find((one) => one.host.test(host) && one.path.test(pathname));
  const id = known?.path.exec(pathname)?.[1];
  if (!known || !id) return null;
  const quoted = quotedIn(metaIn(meta, 'og:title'));
  return {
    ...NOTHING,
    kind: known.kind,
    author: authorOf(meta, url),
    text: words(quoted),
    time: ID_TIMES[known.id](id),
    counts: countsOf(metaIn(meta, 'description', 'og:description')),
  };
}
