import type { Country, Language } from '../../../team/profile.ts';
import type { Channel } from '../../channels/channel.ts';
import { channelOf } from '../../channels/index.ts';
import { normaliseInstance } from '../../channels/instance.ts';
import { type Composed, compose, mustPaste } from '../../compose.ts';
import { checkWording, disclosureText, ruleFor, type Wording } from '../../disclosure/disclosure.ts';
import type { Rule } from '../../disclosure/rule.ts';
import { type Labels, labelling } from '../../labels/labels.ts';
import { alwaysOf } from '../../labels/presets.ts';
import { type Tracked, usualLabels } from '../../link.ts';
import type { ShareChoice, SheetFacts } from '../../messages.ts';
import { namesOf, titleOf } from '../../naming.ts';
import { isLedByHub, outlinedLink } from '../../outlined-link.ts';
import { pictureOf } from '../../picture.ts';
import { type Decision, decideRelation } from '../../relation/decide.ts';
import { type Known, NO_RELATION } from '../../relation/relation.ts';

/** What blocks sending, most basic first. */
export type Block = 'link' | 'relation' | 'instance' | 'disclosure' | 'over';

/** Derived from the facts and the choice: what will be posted, and whether it can be. */
export interface ComposerState {
  readonly channel: Channel;
  readonly decision: Decision;
  readonly rule: Rule;
  /** The rule's disclosure; empty without a rule. */
  readonly usual: string;
  /** The final disclosure; empty where it was removed. */
  readonly disclosure: string;
  readonly wording: Wording;
  readonly link: Tracked;
  /** The labels; an empty one takes the usual value. */
  readonly labels: Labels;
  /** The usual values of empty labels. */
  readonly usually: Labels;
  /** Which kind of link is used while the hub is away; null while it is not. */
  readonly awayLink: 'short' | 'long' | null;
  readonly composed: Composed | null;
  /** Whether the words have to be pasted into the network's window. */
  readonly pastes: boolean;
  /** The choice with normalised input, as the message carries it. */
  readonly choice: ShareChoice;
  readonly block: Block | null;
}

function disclosing(facts: SheetFacts, choice: ShareChoice, { relation }: Decision) {
  const related = relation ?? NO_RELATION;
  const rule = ruleFor(facts.country as Country, choice.channel);
  const usual = disclosureText(rule, facts.language as Language, facts.company, related);
  // Without a relation nothing is disclosed, whatever was worded before.
  const disclosure = choice.removed || usual === '' ? '' : (choice.disclosure ?? usual);
  const asIs = choice.removed !== '' || disclosure === usual;
  const wording: Wording = asIs ? { ok: true } : checkWording(rule, disclosure, related);
  return { rule, usual, disclosure, wording };
}

function blockOf(
  link: Tracked,
  { by }: Decision,
  instance: string | null,
  wording: Wording,
  composed: Composed | null,
): Block | null {
  if (!link.ok) return 'link';
  if (by === 'ask') return 'relation';
  if (instance === null) return 'instance';
  if (!wording.ok) return 'disclosure';
  return composed?.over ? 'over' : null;
}

/** Null for an unknown channel. Applies the rules in the same order as the share itself. */
export function composerStateOf(
  facts: SheetFacts,
  choice: ShareChoice,
  known: Known = facts.known,
): ComposerState | null {
  const channel = channelOf(choice.channel);
  if (!channel) return null;
  const decision = decideRelation({ post: facts.post, target: choice.target }, known);
  const { rule, usual, disclosure, wording } = disclosing(facts, choice, decision);
  const { code, post, shortening } = facts;
  const { item = '', campaign = '' } = facts.targets.find(({ url }) => url === choice.target) ?? {};
  const labels = labelling(choice.labels, alwaysOf(facts.presets), { campaign });
  const named = namesOf(labels, { item, campaign }, post.site);
  const tracking = { target: choice.target, channel, ...named, code };
  const kind = choice.link ?? (facts.away && shortening ? shortening.rules.away : 'short');
  const link = outlinedLink(tracking, shortening, kind);
  const [title, picture] = [titleOf(post), pictureOf(post)];
  const composed = link.ok
    ? compose({ channel, disclosure, words: choice.words, url: link.url, title, picture })
    : null;
  const instance = channel.needs === 'instance' ? normaliseInstance(choice.instance) : '';
  return {
    channel,
    decision,
    rule,
    usual,
    disclosure,
    wording,
    link,
    labels,
    usually: usualLabels(tracking),
    awayLink: facts.away && shortening && isLedByHub(tracking, shortening) ? kind : null,
    composed,
    pastes: composed !== null && mustPaste(channel, composed, { instance: instance ?? '' }),
    choice: {
      ...choice,
      instance: instance ?? choice.instance,
      relation: decision.relation ?? undefined,
      link: kind,
    },
    block: blockOf(link, decision, instance, wording, composed),
  };
}
