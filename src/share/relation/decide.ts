import type { Post } from '../../post/post.ts';
import { type Employer, isNamed } from '../../team/relations.ts';
import { parseAddress, readPair } from '../address.ts';
import { type Known, NO_RELATION, type Relation } from './relation.ts';

export type { Known } from './relation.ts';

/** What is shared: the post as read, and where the link leads. */
export interface Shared {
  readonly post: Pick<Post, 'site' | 'url' | 'author'>;
  readonly target: string;
}

/**
 * A share's relation and how it was found; `ask`: nothing decides it, so the person answers a question before the first
 * share.
 */
export type Decision =
  | {
      readonly by: 'choice' | 'employer' | 'none';
      readonly relation: Relation;
      /** The team rewards it or the link pays; no choice overrides that. */
      readonly isPaid: boolean;
    }
  | { readonly by: 'ask'; readonly relation: null };

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '');
const bare = (text: string) => text.normalize('NFKC').trim().replace(/^@/, '').toLowerCase();
const condensed = (text: string) => bare(text).replace(/[^\p{L}\p{N}]/gu, '');

const isOnSite = (host: string, site: string) => site !== '' && (host === site || host.endsWith(`.${site}`));
const siteOf = (site: string) => bare(site).replace(/^www\./, '');

/** Whether an account is in the set: as written, or by its last part (`company/asahi`). */
const isAmong = (known: ReadonlySet<string>, account: string): boolean =>
  account !== '' && (known.has(account) || known.has(account.split('/').at(-1) ?? ''));

/**
 * Forms in which a network names an account in an address: its last segment, with the one before it where they
 * belong together.
 */
function accountsIn(url: string): string[] {
  const parts = URL.canParse(url) ? new URL(url).pathname.split('/').filter(Boolean) : [];
  return [parts.slice(-2).join('/'), parts.at(-1) ?? ''].map(bare);
}

/**
 * Whether a share is the employer's: their account or name wrote it, it is on their site, or its link leads
 * there. An account can be a host itself, as on Bluesky.
 */
export function isEmployers(
  { post, target }: Shared,
  { sites, accounts, names = [] }: Employer,
  company: string,
): boolean {
  const { handle, url, name } = post.author;
  const own = [handle, ...accountsIn(url)].map(bare);
  const hosts = [hostOf(post.url), hostOf(target), ...own];
  if (sites.some((site) => hosts.some((host) => isOnSite(host, siteOf(site))))) return true;
  const known = new Set(accounts.map(bare).filter(Boolean));
  if (own.some((account) => isAmong(known, account))) return true;
  const author = condensed(name);
  return author !== '' && [company, ...names].some((one) => condensed(one) === author);
}

/** Whether a link pays the sharer: its host or a parameter was listed. */
export function paysFor(target: string, pays: readonly string[]): boolean {
  const parsed = parseAddress(target);
  if (!parsed.ok) return false;
  const host = hostOf(target);
  const pairs = parsed.address.query.map(readPair).map(({ name, value }) => `${name}=${value}`.toLowerCase());
  return pays
    .map(bare)
    .some((one) => (one.includes('=') ? pairs.includes(one) : isOnSite(host, siteOf(one))));
}

/** The key under which choices are remembered: author and site, or the site where no author is known. */
export function choiceKey({ post }: Pick<Shared, 'post'>): string {
  const site = post.site === 'page' ? hostOf(post.url) : post.site;
  const account = bare(post.author.handle || post.author.name);
  return (account === '' ? site : `${site}/${account}`).slice(0, 400);
}

/**
 * Decides a share's relation. A choice for the author wins, then a match with the employer. Once the employer's
 * sites or accounts are listed, everything else is unrelated; before that one question decides. Earning
 * depends on the team and on where this link leads, whatever was chosen before.
 */
export function decideRelation(shared: Shared, known: Known): Decision {
  const key = choiceKey(shared);
  const chosen = known.choices.filter(({ of }) => of === key).sort((a, b) => b.at - a.at)[0];
  const isPaid = known.earns || paysFor(shared.target, known.pays ?? []);
  if (chosen) {
    const { employer, earns } = chosen.relation;
    return { by: 'choice', relation: { employer, earns: earns || isPaid }, isPaid };
  }
  if (isEmployers(shared, known.employer, known.company))
    return { by: 'employer', relation: { employer: true, earns: isPaid }, isPaid };
  if (known.answered || isNamed(known.employer))
    return { by: 'none', relation: { ...NO_RELATION, earns: isPaid }, isPaid };
  return { by: 'ask', relation: null };
}
