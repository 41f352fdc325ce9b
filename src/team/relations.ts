import * as z from 'zod/mini';

/** Most of a kind that are named, of one's own and of one's team together. */
const MOST = 200;

const list = (length: number) => z.array(z.string().check(z.maxLength(length))).check(z.maxLength(MOST));

/** What an employer is recognised by. */
export const Employer = z.object({
  /** Host names without `www.`: their subdomains count too. */
  sites: list(255),
  /** Accounts on networks, without the sign before them. */
  accounts: list(300),
  /** What it calls itself, its brands and shops. */
  names: z.optional(list(120)),
});
export type Employer = z.infer<typeof Employer>;

export const NO_EMPLOYER: Employer = { sites: [], accounts: [], names: [] };

/** Links that pay whoever shares them: hosts with what is below them, or a parameter with its value (`tag=mina-22`). */
export const Paying = list(300);

/** What a team declares of itself, for all its members. */
export const TeamRelations = z.object({
  employer: Employer,
  pays: Paying,
  /** Whether members may earn from what they share. */
  rewards: z.boolean(),
});
export type TeamRelations = z.infer<typeof TeamRelations>;

/** The one item of what a team declares among the rules in the room `team`. */
export const RELATIONS_KEY = 'relations';

export const NO_RELATIONS: TeamRelations = { employer: NO_EMPLOYER, pays: [], rewards: false };

/** Whether an employer's sites or accounts are named, so that what does not match is none of theirs. */
export const isNamed = ({ sites, accounts }: Employer): boolean => sites.length + accounts.length > 0;

/** Where a path names an account, and not a page. */
const NETWORKS = new Set(
  'x.com twitter.com instagram.com facebook.com youtube.com tiktok.com linkedin.com threads.com threads.net bsky.app note.com reddit.com pinterest.com github.com weibo.com bilibili.com xiaohongshu.com douyin.com zhihu.com'.split(
    ' ',
  ),
);
/** What stands before the name in the path of such an address. */
const BEFORE = /^(?:profile|user|users|u|c|channel|in|company|school|showcase|people|space)$/i;

/** Hosts on which anybody writes: one of them is nobody's own site. */
const SHARED_HOSTS =
  /^(?:medium\.com|substack\.com|wordpress\.com|tumblr\.com|ameblo\.jp|hatenablog\.com|qiita\.com|zenn\.dev|prtimes\.jp|sites\.google\.com|docs\.google\.com|dev\.to|quora\.com|news\.ycombinator\.com|mp\.weixin\.qq\.com|blog\.naver\.com)$/;

/** Whether a host is a company's own, as far as is known: on the others anybody writes. */
export const isOwnHost = (host: string): boolean =>
  !NETWORKS.has(bareHost(host)) && !SHARED_HOSTS.test(bareHost(host));

const bareHost = (host: string): string => host.toLowerCase().replace(/^(?:www|m|mobile)\./, '');

function accountIn(path: string): string {
  const [first = '', second = ''] = path.split('/').filter(Boolean);
  return (BEFORE.test(first) && second !== '' ? second : first).replace(/^@/, '');
}

type Named = Partial<Record<'sites' | 'accounts' | 'names', string>>;

/** What one word names: an address of a network an account, any other host a site, all else an account. */
function namedBy(word: string): Named {
  const text = word.normalize('NFKC').trim();
  if (/^@[^@]/.test(text)) return { accounts: text.slice(1) };
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!/^[^@/?#]*\.[^@/?#.]+(?:[/?#]|$)/.test(address.replace(/^https?:\/\//i, '')) || !URL.canParse(address))
    return { accounts: text };
  const { hostname, pathname } = new URL(address);
  const host = bareHost(hostname);
  const account = NETWORKS.has(host) ? accountIn(pathname) : '';
  return account === '' ? { sites: host } : { accounts: account };
}

const each = (texts: readonly (string | undefined)[]): string[] =>
  [...new Set(texts.filter((text): text is string => Boolean(text) && (text ?? '').length <= 120))].slice(
    0,
    MOST,
  );

const isAddress = (word: string): boolean => /[@./]/.test(word);

/**
 * What stands between two commas: words that are addresses or accounts, or one name of several words ("Blue Bottle Coffee").
 */
function namedIn(part: string): Named[] {
  const words = part.split(/\s+/).filter(Boolean);
  const isName = words.length > 1 && !words.every(isAddress);
  return isName ? [{ names: words.join(' ') }] : words.map(namedBy);
}

/**
 * An employer's sites, accounts and names out of what a person typed: parted by commas, lines, and spaces between addresses.
 */
export function employerOf(typed: string): Employer {
  const all = typed.split(/[\n,、，;；]+/).flatMap(namedIn);
  return {
    sites: each(all.map(({ sites }) => sites)),
    accounts: each(all.map(({ accounts }) => accounts)),
    names: each(all.map(({ names }) => names)),
  };
}

/** The same in writing, one a line, to be typed on. */
export const writtenEmployer = ({ sites, accounts }: Employer): string =>
  [...sites, ...accounts.map((account) => `@${account}`)].join('\n');

/** Two of them as one. */
export const joinedEmployers = (a: Employer, b: Employer): Employer => ({
  sites: each([...a.sites, ...b.sites]),
  accounts: each([...a.accounts, ...b.accounts]),
  names: each([...(a.names ?? []), ...(b.names ?? [])]),
});
