import { type Capture, MEDIA_STATES, type Picture } from './capture.ts';

const MAX_LOOKS = 200;
const MAX_TAGS = 50;
const MAX_NOTE = 20_000;
const MAX_STEPS = 100;

function joinLooks(mine: Capture['looks'], theirs: Capture['looks']): Capture['looks'] {
  const known = new Set(mine.map((look) => look.at));
  return [...mine, ...theirs.filter((look) => !known.has(look.at))]
    .sort((a, b) => a.at - b.at)
    .slice(-MAX_LOOKS);
}

/** Rank of a picture's state: stored, then known to be unreadable, then pending. */
const worth = (picture: Picture) =>
  picture.state === 'stored' ? MEDIA_STATES.length : MEDIA_STATES.indexOf(picture.state);

function joinPictures(mine: readonly Picture[], theirs: readonly Picture[]): Picture[] {
  const byUrl = new Map(mine.map((picture) => [picture.url, picture]));
  for (const picture of theirs) {
    const own = byUrl.get(picture.url);
    if (!own || worth(picture) > worth(own)) byUrl.set(picture.url, picture);
  }
  return [...byUrl.values()];
}

/** The longer note, followed by the other unless it is contained in it. */
export function joinNotes(mine: string, theirs: string): string {
  const [long, short] = theirs.length > mine.length ? [theirs, mine] : [mine, theirs];
  if (long.includes(short.trim())) return long;
  return `${long}\n\n${short}`.slice(0, MAX_NOTE);
}

function joinTags(mine: readonly string[], theirs: readonly string[]): string[] {
  return [...new Set([...mine, ...theirs])].slice(0, MAX_TAGS);
}

const newest = (capture: Capture) => Math.max(0, ...capture.looks.map((look) => look.at));

/** The reading of the newest look, unless it is less complete. */
function betterRead(mine: Capture, theirs: Capture): Capture['read'] {
  if (mine.read.status !== theirs.read.status) return mine.read.status === 'full' ? mine.read : theirs.read;
  return newest(theirs) > newest(mine) ? theirs.read : mine.read;
}

/** Which event keeps the merged capture. It stays removed only if no other event keeps it. */
function removalOf(mine: Capture, theirs: Capture): Pick<Capture, 'event' | 'undone'> {
  if (mine.event === theirs.event) return { event: mine.event, undone: mine.undone || theirs.undone };
  const { event, undone } = mine.undone !== 0 && theirs.undone === 0 ? theirs : mine;
  return { event, undone };
}

type Permission = Pick<Capture, 'permission' | 'rights'>;

/** All permission steps of both; the last one decides, so a permission revoked on either device is revoked. */
function joinPermission(mine: Capture, theirs: Capture): Permission {
  const known = new Set(mine.permission?.map((step) => step.id));
  const fresh = (theirs.permission ?? []).filter((step) => !known.has(step.id));
  if (fresh.length === 0) return { permission: mine.permission, rights: mine.rights };
  const steps = [...(mine.permission ?? []), ...fresh].sort((a, b) => a.at - b.at).slice(-MAX_STEPS);
  return { permission: steps, rights: steps[steps.length - 1]?.type ?? mine.rights };
}

function joinIds(mine: readonly string[] | undefined, theirs: readonly string[] | undefined, most: number) {
  return mine || theirs ? [...new Set([...(mine ?? []), ...(theirs ?? [])])].slice(0, most) : undefined;
}

/** Drops undefined fields, so that absent ones stay absent. */
function present<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}

/** Merges two versions of one capture: looks, pictures, tags, notes and permission steps of both. Idempotent. */
export function mergeCaptures(mine: Capture, theirs: Capture): Capture {
  return present({
    ...theirs,
    ...mine,
    ...removalOf(mine, theirs),
    at: Math.min(mine.at, theirs.at),
    read: betterRead(mine, theirs),
    looks: joinLooks(mine.looks, theirs.looks),
    pictures: joinPictures(mine.pictures, theirs.pictures),
    tags: joinTags(mine.tags, theirs.tags),
    note: joinNotes(mine.note, theirs.note),
    ...joinPermission(mine, theirs),
    collections: joinIds(mine.collections, theirs.collections, 100),
    also: joinIds(mine.also, theirs.also, 50),
  });
}
