import { diaryTables, record } from '../activity/diary.ts';
import { dayOf, type EventType } from '../activity/event.ts';
import { type Material, NO_MATERIAL, shorteningOf } from '../link/make-link.ts';
import { type ShortLink, shortLinks } from '../link/tables.ts';
import { isAway } from '../team/away.ts';
import { readMembership } from '../team/membership.ts';
import { type Language, type Profile, profile } from '../team/profile.ts';
import type { Workspace } from '../workspace/open.ts';
import { changeSetting, readSetting } from '../workspace/setting.ts';
import type { Channel } from './channels/channel.ts';
import { channelOf } from './channels/index.ts';
import { normaliseInstance } from './channels/instance.ts';
import { kindFor, type Made, makeLink, preparedOf, type ShareRequest, targetFor } from './create-share.ts';
import { instanceOf, withInstance } from './instances.ts';
import { readAlways } from './labels/presets.ts';
import type { Choice, Sharing } from './messages.ts';
import { readKnown } from './relation/known-relations.ts';
import { drafts, type Link, type Preferences, preferences, shares } from './tables.ts';
import { newCode } from './tracking-code.ts';

/** Which material of the team's library an address is of. */
export type MaterialOf = (url: string) => Promise<Material>;

/** The person's profile with a tracking code: the first share mints one where the welcome page was skipped. */
export async function withCode(workspace: Workspace): Promise<Profile> {
  const known = await readSetting(workspace, profile);
  if (known.code) return known;
  return changeSetting(workspace, profile, (before) =>
    before.code ? before : { ...before, code: newCode() },
  );
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

/** The instance that a channel is shared to: the one just given, else the one that is known. */
function instanceFor(saved: Preferences, channelId: string, choice: Choice | null): string {
  const chosen = choice?.channel === channelId ? choice.instance : '';
  return normaliseInstance(chosen || instanceOf(saved, channelId)) ?? '';
}

async function remember(
  workspace: Workspace,
  saved: Preferences,
  { id }: Channel,
  host: string,
): Promise<void> {
  if (host === instanceOf(saved, id)) return;
  await changeSetting(workspace, preferences, (before) => withInstance(before, id, host));
}

/** Writes a new share with its event and counts, in one transaction. The share that stands there by then. */
function write(workspace: Workspace, link: Link, short: ShortLink | null): Promise<Link> {
  return workspace.together([...diaryTables, shares, shortLinks, drafts], async () => {
    const known = await workspace.rows(shares).get(link.id);
    if (known) return known;
    await Promise.all([
      workspace.put(shares, link),
      short ? workspace.put(shortLinks, short) : undefined,
      record(workspace, eventOf('prepared', link, link.at)),
      // A QR code shown on the way sends nothing of what is being written.
      link.channel === 'qr' ? undefined : workspace.rows(drafts).delete(link.post),
    ]);
    return link;
  });
}

/**
 * Prepares a share: the link with its evidence, the event and the counts, in one transaction. Answered when it
 * is on the disk. The same id again gives the same share, whatever else is asked with it.
 */
export async function share(
  workspace: Workspace,
  request: ShareRequest,
  language: Language,
  materialOf: MaterialOf = async () => NO_MATERIAL,
): Promise<Sharing> {
  const [saved, person, known, membership, relations, always] = await Promise.all([
    readSetting(workspace, preferences),
    withCode(workspace),
    workspace.rows(shares).get(request.id),
    readMembership(workspace),
    readKnown(workspace, request.post),
    readAlways(workspace),
  ]);
  const channel = channelOf(known?.channel ?? request.choice?.channel ?? saved.channels[0] ?? 'copy');
  if (!channel) return { ok: false, reason: 'channel' };
  const instance = instanceFor(saved, channel.id, request.choice);
  if (channel.needs === 'instance' && !instance) return { ok: false, reason: 'instance' };
  const material = membership && !known ? await materialOf(targetFor(request)) : NO_MATERIAL;
  const shortening = shorteningOf(membership);
  const away = shortening !== null && membership !== null && (await isAway(membership));
  const sharer = { person, shortening, material, always, known: relations, away };
  const made: Made = known
    ? { ok: true, link: known, short: null }
    : await makeLink(request, sharer, channel, language);
  if (!made.ok) return made;
  const link = known ?? (await write(workspace, made.link, made.short));
  if (!known && channel.needs === 'instance') await remember(workspace, saved, channel, instance);
  const prepared = preparedOf(link, channelOf(link.channel) ?? channel, request, instance);
  // A link that leads by itself whatever is away needs no word.
  const isOfHub = away && (link.short !== '' || kindFor(request, sharer) === 'long');
  return { ok: true, prepared: isOfHub ? { ...prepared, kind: link.short ? 'short' : 'long' } : prepared };
}

/** Records that the network's window was opened (or the words copied, where it has none). False for an unknown share. */
export async function opened(workspace: Workspace, id: string, at: number): Promise<boolean> {
  const link = await workspace.rows(shares).get(id);
  if (!link) return false;
  return record(workspace, eventOf('opened', link, at));
}
