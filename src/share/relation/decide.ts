import type { Post } from '../../post/post.ts';
import { type Choice, type Employer, isNamed, NO_RELATION, type Relation } from './relation.ts';

/** What a share is of: the post as it was read, and where the link leads. */
export interface Shared {
  readonly post: Pick<Post, 'site' | 'url' | 'author'>;
  readonly target: string;
}

/** What the person and their team have said so far. */
export interface Known {
  readonly employer: Employer;
  /** The company's name in the person's profile. */
  readonly company: string;
  /** Newest first or not: the newest choice for a post counts. */
  readonly choices: readonly Choice[];
  /** Whether this share may be paid: the team rewards it, or the link is one that pays. */
  readonly earns: boolean;
}

/** The relation of a share and how it was found; `ask`: nothing says, and the person is asked before the first share. */
export type Decision =
  | { readonly by: 'choice' | 'employer' | 'none'; readonly relation: Relation }
  | { readonly by: 'ask'; readonly relation: null };

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '');
const bare = (text: string) => text.normalize('NFKC').trim().replace(/^@/, '').toLowerCase();
const condensed = (text: string) => bare(text).replace(/[^\p{L}\p{N}]/gu, '');

const isOnSite = (host: string, site: string) => site !== '' && (host === site || host.endsWith(`.${site}`));

/** Whether a share is of the employer: their account wrote it, it stands on their site, or its link leads there. */
export function isEmployers(
  { post, target }: Shared,
  { sites, accounts }: Employer,
  company: string,
): boolean {
  const hosts = [hostOf(post.url), hostOf(target)];
  if (sites.some((site) => hosts.some((host) => isOnSite(host, bare(site).replace(/^www\./, '')))))
    return true;
  const { handle, url, name } = post.author;
  const known = new Set(accounts.map(bare).filter(Boolean));
  const account = bare(handle);
  if (account !== '' && (known.has(account) || known.has(account.split('/').at(-1) ?? ''))) return true;
  if (url !== '' && known.has(bare(new URL(url).pathname.split('/').filter(Boolean).at(-1) ?? '')))
    return true;
  return company !== '' && condensed(name) !== '' && condensed(name) === condensed(company);
}

/** Whose a post is, as choices are remembered: an author on a site; the site where no author is known. */
export function choiceKey({ post }: Pick<Shared, 'post'>): string {
  const site = post.site === 'page' ? hostOf(post.url) : post.site;
  const account = bare(post.author.handle || post.author.name);
  return (account === '' ? site : `${site}/${account}`).slice(0, 400);
}

/**
 * The relation of a share. What the person chose for its author counts first; then what matches the employer. Once the
 * employer's sites or accounts are named, the rest is none of theirs; before, the person is asked once.
 */
export function decideRelation(shared: Shared, known: Known): Decision {
  const key = choiceKey(shared);
  const chosen = known.choices.filter(({ of }) => of === key).sort((a, b) => b.at - a.at)[0];
  if (chosen) return { by: 'choice', relation: chosen.relation };
  const { earns } = known;
  if (isEmployers(shared, known.employer, known.company))
    return { by: 'employer', relation: { employer: true, earns } };
  if (isNamed(known.employer)) return { by: 'none', relation: { ...NO_RELATION, earns } };
  return { by: 'ask', relation: null };
}
