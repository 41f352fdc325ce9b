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
import { kindFor, type Made, makeShare, preparedOf, type ShareRequest, targetFor } from './create-share.ts';
import { instanceOf, withInstance } from './instances.ts';
import { readAlways } from './labels/presets.ts';
import type { ShareChoice, Sharing } from './messages.ts';
import { readKnown } from './relation/known-relations.ts';
import { drafts, type Preferences, preferences, type ShareRow, shares } from './tables.ts';
import { newCode } from './tracking-code.ts';

/** Which item of the team's library has this address. */
export type MaterialOf = (url: string) => Promise<Material>;

/** The profile with a tracking code: the first share creates one where the welcome page was skipped. */
export async function withCode(workspace: Workspace): Promise<Profile> {
  const known = await readSetting(workspace, profile);
  if (known.code) return known;
  return changeSetting(workspace, profile, (before) =>
    before.code ? before : { ...before, code: newCode() },
  );
}

function eventOf(type: EventType, row: ShareRow, at: number) {
  return {
    id: `${type === 'prepared' ? 'p' : 'o'}-${row.id}`,
    at,
    day: dayOf(at),
    type,
    site: row.site,
    place: row.place,
    channel: row.channel,
    post: row.post,
    about: row.id,
    title: row.title,
    undone: 0,
  };
}

/** The instance of a channel: the one just entered, else the known one. */
function instanceFor(saved: Preferences, channelId: string, choice: ShareChoice | null): string {
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

/** Writes a new share with its event and counts in one transaction. Returns the stored share. */
function write(workspace: Workspace, row: ShareRow, short: ShortLink | null): Promise<ShareRow> {
  return workspace.together([...diaryTables, shares, shortLinks, drafts], async () => {
    const known = await workspace.rows(shares).get(row.id);
    if (known) return known;
    await Promise.all([
      workspace.put(shares, row),
      short ? workspace.put(shortLinks, short) : undefined,
      record(workspace, eventOf('prepared', row, row.at)),
      // Showing a QR code does not send what is being written, so the draft stays.
      row.channel === 'qr' ? undefined : workspace.rows(drafts).delete(row.post),
    ]);
    return row;
  });
}

/**
 * Prepares a share: its row with its link and evidence, the event and the counts, in one transaction. Resolves once it
 * is durable. Idempotent by id, whatever else is in the request.
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
    ? { ok: true, share: known, short: null }
    : await makeShare(request, sharer, channel, language);
  if (!made.ok) return made;
  const row = known ?? (await write(workspace, made.share, made.short));
  if (!known && channel.needs === 'instance') await remember(workspace, saved, channel, instance);
  const prepared = preparedOf(row, channelOf(row.channel) ?? channel, request, instance);
  // A long link works without the hub and needs no notice.
  const isOfHub = away && (row.short !== '' || kindFor(request, sharer) === 'long');
  return { ok: true, prepared: isOfHub ? { ...prepared, kind: row.short ? 'short' : 'long' } : prepared };
}

/**
 * Records that the network's window was opened, or the words copied where it has none. False for an unknown
 * share.
 */
export async function opened(workspace: Workspace, id: string, at: number): Promise<boolean> {
  const row = await workspace.rows(shares).get(id);
  if (!row) return false;
  return record(workspace, eventOf('opened', row, at));
}
