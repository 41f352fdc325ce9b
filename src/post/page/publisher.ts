import type { Author } from '../post.ts';
import type { Meta } from './meta.ts';
import { isRoot } from './page-address.ts';
import { condensed, platformAt } from './platforms.ts';
import { type Item, itemsOf, textIn, valuesOf } from './schema-item.ts';

/** A page's publisher: its names, handles and account names, condensed. */
export interface Publisher {
  readonly host: string;
  readonly names: ReadonlySet<string>;
}

/** The account in a network's address (`facebook.com/examplenews` → `examplenews`). */
function accountOf(url: string): string {
  if (!URL.canParse(url)) return '';
  return condensed(new URL(url).pathname.split('/').filter(Boolean).at(-1) ?? '');
}

function publishersOf(items: readonly Item[]): string[] {
  const publishers = items.flatMap((item) => itemsOf(item, 'publisher'));
  return publishers.flatMap((item) => [
    condensed(textIn(item, 'name')),
    ...valuesOf(item, 'sameAs').map((value) => (typeof value === 'string' ? accountOf(value) : '')),
  ]);
}

export function outletOf(meta: Meta, items: readonly Item[], href: string): Publisher {
  const { host } = new URL(href);
  const named = ['twitter:site', 'og:site_name', 'application-name', 'publisher'];
  const names = [
    ...named.flatMap((name) => (meta.get(name) ?? []).map(condensed)),
    ...(meta.get('article:publisher') ?? []).map(accountOf),
    ...publishersOf(items),
    // The host's main label: `www.example.co.jp` → `example`.
    ...host
      .split('.')
      .slice(0, -1)
      .filter((label) => label.length > 3),
  ];
  return { host, names: new Set(names.filter(Boolean)) };
}

/**
 * A post's author without the publisher's data: a shared handle, the company's page on a network, the home
 * page. A platform's own name is no author.
 */
export function ownAuthor(author: Author, publisher: Publisher): Author {
  const name = condensed(author.name);
  if (name !== '' && platformAt(publisher.host)?.includes(name)) return { name: '', handle: '', url: '' };
  // An author with the publisher's own name also has its handle and address.
  if (publisher.names.has(name)) return author;
  const isOutlets = (account: string) => account !== name && publisher.names.has(account);
  const isFront = author.url !== '' && isRoot(author.url) && new URL(author.url).host === publisher.host;
  return {
    name: author.name,
    handle: isOutlets(condensed(author.handle)) ? '' : author.handle,
    url: isFront || isOutlets(accountOf(author.url)) ? '' : author.url,
  };
}
