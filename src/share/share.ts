import { diaryTables, record } from '../activity/diary.ts';
import { dayOf, type EventType } from '../activity/event.ts';
import type { Post } from '../post/post.ts';
import { type Language, type Profile, profile } from '../team/profile.ts';
import type { Workspace } from '../workspace/open.ts';
import { changeSetting, readSetting } from '../workspace/setting.ts';
import type { Channel } from './channels/channel.ts';
import { channelOf } from './channels/index.ts';
import { normaliseInstance } from './channels/mastodon.ts';
import { newCode } from './code.ts';
import { compose, finalHash, mustPaste, windowFor } from './compose.ts';
import { checkWording, disclosureText, ruleFor } from './disclosure/disclosure.ts';
import { trackedLink } from './link.ts';
import type { Choice, Prepared, Sharing } from './messages.ts';
import { CAMPAIGN, titleOf } from './naming.ts';
import { drafts, type Evidence, type Link, links, type Preferences, preferences } from './tables.ts';
import { targetsOf } from './target.ts';

/** What a share is made from. `id` was minted by the press, so that a repeated message makes no second share. */
export interface Asked {
  readonly id: string;
  readonly at: number;
  readonly post: Post;
  readonly choice: Choice | null;
}

/** The person's profile with a tracking code: the first share mints one where the welcome page was skipped. */
export async function withCode(workspace: Workspace): Promise<Profile> {
  const known = await readSetting(workspace, profile);
  if (known.code) return known;
  return changeSetting(workspace, profile, (before) =>
    before.code ? before : { ...before, code: newCode() },
  );
}

type Worded = { ok: true; text: string; evidence: Omit<Evidence, 'hash'> } | { ok: false };

/** The disclosure that will stand in the share, and the evidence of which rule it follows. */
function worded(person: Profile, channel: Channel, language: Language, choice: Choice | null): Worded {
  const rule = ruleFor(person.country, channel.id);
  const usual = disclosureText(rule, language, person.company);
  const own = choice?.disclosure ?? null;
  const removed = choice?.removed ?? '';
  const text = removed ? '' : (own ?? usual);
  if (own !== null && !removed && own !== usual && !checkWording(rule, own).ok) return { ok: false };
  return {
    ok: true,
    text,
    evidence: { rule: rule.id, version: rule.version, text, reworded: !removed && text !== usual, removed },
  };
}

interface Made {
  readonly link: Link;
  readonly window: string | null;
  readonly paste: boolean;
}

function preparedOf({ link, window, paste }: Made, channel: Channel): Prepared {
  return {
    id: link.id,
    channel: channel.id,
    network: channel.name,
    text: link.final,
    window,
    url: link.url,
    paste,
  };
}

async function channelFor(workspace: Workspace, choice: Choice | null) {
  const kept = await readSetting(workspace, preferences);
  const channel = channelOf(choice?.channel ?? kept.channels[0] ?? 'copy');
  return { kept, channel, instance: normaliseInstance(choice?.instance || kept.instance) ?? '' };
}

async function make(
  asked: Asked,
  person: Profile,
  channel: Channel,
  instance: string,
  language: Language,
): Promise<({ ok: true } & Made) | Extract<Sharing, { ok: false }>> {
  const { id, at, post, choice } = asked;
  const target = choice?.target || targetsOf(post)[0]?.url || post.url;
  const tracked = trackedLink({ target, channel, campaign: CAMPAIGN, content: post.site, code: person.code });
  if (!tracked.ok) return tracked;
  const disclosure = worded(person, channel, language, choice);
  if (!disclosure.ok) return { ok: false, reason: 'disclosure' };
  const composed = compose({
    channel,
    disclosure: disclosure.text,
    words: choice?.words ?? '',
    url: tracked.url,
    title: titleOf(post),
  });
  if (composed.over) return { ok: false, reason: 'over' };
  const link: Link = {
    id,
    at,
    code: person.code,
    target,
    url: tracked.url,
    post: post.key,
    site: post.site,
    place: new URL(post.url).host,
    channel: channel.id,
    title: titleOf(post),
    words: choice?.words ?? '',
    final: composed.clipboard,
    disclosure: { ...disclosure.evidence, hash: await finalHash(composed.clipboard) },
    undone: 0,
  };
  const needs = { instance };
  return {
    ok: true,
    link,
    window: windowFor(channel, composed, needs),
    paste: mustPaste(channel, composed, needs),
  };
}

function eventOf(type: EventType, link: Link, at: number) {
  return {
    id: `${type === 'prepared' ? 'p' : 'o'}-${link.id}`,
    at,
    day: dayOf(at),
    type,
    site: link.site,
    place: link.place,
    channel: link.channel,
    post: link.post,
    about: link.id,
    title: link.title,
    undone: 0,
  };
}

async function remember(workspace: Workspace, kept: Preferences, instance: string): Promise<void> {
  if (instance && instance !== kept.instance) {
    await changeSetting(workspace, preferences, (before) => ({ ...before, instance }));
  }
}

/**
 * Prepares a share: the link with its evidence, the event and the counts, in one transaction. Answered when it
 * is on the disk. The same id again gives the same share.
 */
export async function share(workspace: Workspace, asked: Asked, language: Language): Promise<Sharing> {
  const [{ kept, channel, instance }, person] = await Promise.all([
    channelFor(workspace, asked.choice),
    withCode(workspace),
  ]);
  if (!channel) return { ok: false, reason: 'channel' };
  if (channel.needs === 'instance' && !instance) return { ok: false, reason: 'instance' };
  const made = await make(asked, person, channel, instance, language);
  if (!made.ok) return made;
  await workspace.together([...diaryTables, links, drafts], async () => {
    await Promise.all([
      workspace.addOnce(links, made.link.id, made.link),
      record(workspace, eventOf('prepared', made.link, asked.at)),
      workspace.rows(drafts).delete(asked.post.key),
    ]);
  });
  if (channel.needs === 'instance') await remember(workspace, kept, instance);
  return { ok: true, prepared: preparedOf(made, channel) };
}

/** Records that the network's window was opened (or the words copied, where it has none). False for an unknown share. */
export async function opened(workspace: Workspace, id: string, at: number): Promise<boolean> {
  const link = await workspace.rows(links).get(id);
  if (!link) return false;
  return record(workspace, eventOf('opened', link, at));
}
