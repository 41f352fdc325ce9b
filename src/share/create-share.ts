import { type LinkKind, type Material, makeLink, type Shortening } from '../link/make-link.ts';
import { scanned } from '../link/short.ts';
import type { ShortLink } from '../link/tables.ts';
import type { Post } from '../post/post.ts';
import type { Language, Profile } from '../team/profile.ts';
import type { Channel } from './channels/channel.ts';
import { type Composed, compose, finalHash, mustPaste, windowFor } from './compose.ts';
import { checkWording, disclosureText, EMPLOYER_ONLY, ruleFor } from './disclosure/disclosure.ts';
import { isSame, type Labels, labelling, NO_LABELS } from './labels/labels.ts';
import { isSigned } from './link.ts';
import type { Prepared, ShareChoice, Sharing } from './messages.ts';
import { cardTitleOf, namesOf, titleOf } from './naming.ts';
import { targetOf } from './outlined-link.ts';
import { pictureOf } from './picture.ts';
import { decideRelation } from './relation/decide.ts';
import type { Known, Relation } from './relation/relation.ts';
import { targetsOf } from './share-targets.ts';
import type { Evidence, ShareRow } from './tables.ts';

/** Longest picture address used in a card; a longer one is no real address. */
const MOST_PICTURE = 2000;

/** What a share is made from. `id` is minted by the press, so that a repeated message makes no second share. */
export interface ShareRequest {
  readonly id: string;
  readonly at: number;
  readonly post: Post;
  readonly choice: ShareChoice | null;
  /** Which kind of link, where the request has no full choice. */
  readonly link?: LinkKind | undefined;
}

/** Who shares, and their team's rules for links. */
export interface Sharer {
  readonly person: Profile;
  readonly shortening: Shortening | null;
  readonly material: Material;
  /** The default labels. */
  readonly always: Labels | null;
  /** What decides the person's relation to the post. */
  readonly known: Known;
  /** The hub that makes the link cannot be reached now. */
  readonly away: boolean;
}

type Worded = { ok: true; text: string; evidence: Omit<Evidence, 'hash'> } | { ok: false };

/** The disclosure for the share, with the rule it follows as evidence. */
function disclosureOf(
  person: Profile,
  channel: Channel,
  language: Language,
  choice: ShareChoice | null,
  relation: Relation,
): Worded {
  const rule = ruleFor(person.country, channel.id);
  const usual = disclosureText(rule, language, person.company, relation);
  // Without a disclosure to make, neither a wording for another relation nor a reason for removal counts.
  const own = usual === '' ? null : (choice?.disclosure ?? null);
  const removed = usual === '' ? '' : (choice?.removed ?? '');
  const text = removed ? '' : (own ?? usual);
  if (own !== null && !removed && own !== usual && !checkWording(rule, own, relation).ok)
    return { ok: false };
  const reworded = !removed && text !== usual;
  const evidence = { rule: rule.id, version: rule.version, text, reworded, removed, relation };
  return { ok: true, text, evidence };
}

export type Made = { ok: true; share: ShareRow; short: ShortLink | null } | Extract<Sharing, { ok: false }>;

/** The target of a share: the chosen one, else the first that the post offers. */
export function targetFor({ post, choice }: Pick<ShareRequest, 'post' | 'choice'>): string {
  return choice?.target || targetsOf(post)[0]?.url || post.url;
}

/** Which kind of link a share gets: the requested one, else the team's choice for when its hub is away. */
export function kindFor(
  { choice, link }: Pick<ShareRequest, 'choice' | 'link'>,
  { shortening, away }: Pick<Sharer, 'shortening' | 'away'>,
): LinkKind {
  return choice?.link ?? link ?? (away && shortening ? shortening.rules.away : 'short');
}

/** The record of a share with its evidence, or the reason why there can be none. */
export async function makeShare(
  request: ShareRequest,
  sharer: Sharer,
  channel: Channel,
  language: Language,
): Promise<Made> {
  const { id, at, post, choice } = request;
  const { person, shortening, known } = sharer;
  const target = targetFor({ post, choice });
  const labels = labelling(choice?.labels, sharer.always, sharer.material);
  const material = { ...sharer.material, campaign: labels.campaign };
  const named = namesOf(labels, sharer.material, post.site);
  const tracked = targetOf({ target, channel, ...named, code: person.code }, shortening);
  if (!tracked.ok) return tracked;
  const relation = choice?.relation ?? decideRelation({ post, target }, known).relation;
  if (!relation) return { ok: false, reason: 'relation' };
  const disclosure = disclosureOf(person, channel, language, choice, relation);
  if (!disclosure.ok) return { ok: false, reason: 'disclosure' };
  const texts = { words: choice?.words ?? '', title: titleOf(post) };
  const place = new URL(post.url).host;
  const site = post.site === 'page' ? place : post.site;
  // The post's picture does not belong to another page that the share leads to.
  const picture = target === post.url ? pictureOf(post) : '';
  const shown = { title: cardTitleOf(post), picture: picture.slice(0, MOST_PICTURE) };
  const newLink = { target: tracked.url, at, share: id, channel, site, material, ...shown };
  const { url, short } = await makeLink(newLink, shortening, kindFor(request, sharer));
  const composed = compose({ channel, disclosure: disclosure.text, url, ...texts });
  if (composed.over) return { ok: false, reason: 'over' };
  const row: ShareRow = {
    id,
    at,
    code: person.code,
    target,
    url,
    post: post.key,
    site: post.site,
    place,
    channel: channel.id,
    ...texts,
    final: composed.clipboard,
    disclosure: { ...disclosure.evidence, hash: await finalHash(composed.clipboard) },
    ...material,
    ...(!isSame(labels, { ...NO_LABELS, campaign: sharer.material.campaign }) && { labels }),
    short: short?.id ?? '',
    undone: 0,
  };
  return { ok: true, share: row, short };
}

/** Composes a recorded share again, verbatim. */
function composedAgain(row: ShareRow, channel: Channel, picture: string): Composed {
  const { words, url, title } = row;
  return compose({ channel, disclosure: row.disclosure.text, words, url, title, picture });
}

/** The answer for a recorded share: always what the record has, however often it is requested. */
export function preparedOf(
  row: ShareRow,
  channel: Channel,
  { post }: Pick<ShareRequest, 'post'>,
  instance: string,
): Prepared {
  const composed = composedAgain(row, channel, pictureOf(post));
  return {
    id: row.id,
    channel: channel.id,
    network: channel.name,
    text: row.final,
    window: windowFor(channel, composed, { instance }),
    url: row.url,
    code: row.short ? scanned(row.url) : row.url,
    paste: mustPaste(channel, composed, { instance }),
    signed: isSigned(row.target),
    relation: row.disclosure.relation ?? EMPLOYER_ONLY,
  };
}
