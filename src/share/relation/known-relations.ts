import type { Post } from '../../post/post.ts';
import { readMembership } from '../../team/membership.ts';
import { profile } from '../../team/profile.ts';
import { type Employer, employerOf, isOwnHost, joinedEmployers, NO_RELATIONS } from '../../team/relations.ts';
import type { Workspace } from '../../workspace/open.ts';
import { changeSetting, readSetting } from '../../workspace/setting.ts';
import { choiceKey } from './decide.ts';
import { type Known, ownRelations, type Relation, relationChoices, withChoice } from './relation.ts';

/** The person's own lists combined with the team's; of the choices, only those for one post's author. */
export async function readKnown(
  workspace: Workspace,
  post: Pick<Post, 'site' | 'url' | 'author'>,
): Promise<Known> {
  const [own, choices, { company }, member] = await Promise.all([
    readSetting(workspace, ownRelations),
    readSetting(workspace, relationChoices),
    readSetting(workspace, profile),
    readMembership(workspace),
  ]);
  const { employer, pays, rewards } = member?.relations ?? NO_RELATIONS;
  const key = choiceKey({ post });
  return {
    employer: joinedEmployers(own.employer, employer),
    company,
    choices: choices.filter(({ of }) => of === key),
    earns: rewards,
    pays: [...own.pays, ...pays].slice(0, 200),
    answered: own.answered > 0,
  };
}

/** Remembers the person's choice for a post's author. */
export async function chooseRelation(
  workspace: Workspace,
  post: Pick<Post, 'site' | 'url' | 'author'>,
  relation: Relation,
  at: number,
): Promise<void> {
  const choice = { of: choiceKey({ post }), relation, at };
  await changeSetting(workspace, relationChoices, (before) => withChoice(before, choice));
}

/** How a post's author is recognised: account, else name, else site. */
function authorOf({ site, url, author }: Pick<Post, 'site' | 'url' | 'author'>): Employer {
  const none = { sites: [], accounts: [], names: [] };
  if (author.handle) return { ...none, accounts: [author.handle.replace(/^@/, '')] };
  const { hostname } = new URL(url);
  if (site === 'page' && isOwnHost(hostname)) return { ...none, sites: [hostname.replace(/^www\./, '')] };
  return { ...none, names: author.name ? [author.name] : [] };
}

/** The answer that ends the asking: whether this is the employer's, and what else is, as typed. */
export interface Answer {
  readonly isEmployers: boolean;
  readonly named: string;
  readonly at: number;
}

export async function answerRelation(
  workspace: Workspace,
  post: Pick<Post, 'site' | 'url' | 'author'>,
  { isEmployers, named, at }: Answer,
): Promise<void> {
  const typed = employerOf(named);
  const more = isEmployers ? joinedEmployers(typed, authorOf(post)) : typed;
  await changeSetting(workspace, ownRelations, (before) => ({
    ...before,
    employer: joinedEmployers(before.employer, more),
    answered: at,
  }));
}
