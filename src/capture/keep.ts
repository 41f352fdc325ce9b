import { diaryTables, record, undo } from '../activity/diary.ts';
import type { EventType } from '../activity/event.ts';
import { dayOf } from '../activity/event.ts';
import { events } from '../activity/events.ts';
import type { Post } from '../post/post.ts';
import type { Workspace } from '../workspace/open.ts';
import type { Capture } from './capture.ts';
import { betterReading, findCapture } from './find-capture.ts';
import type { KeepResult } from './messages.ts';
import { keysOf, markKeys } from './post-keys.ts';
import { captures } from './tables.ts';

const tables = [...diaryTables, captures] as const;
const MAX_LOOKS = 200;

/** An event about a capture. */
export function eventOf(id: string, type: EventType, about: string, post: Post, at: number) {
  const words = post.title || post.text;
  return {
    id,
    at,
    day: dayOf(at),
    type,
    site: post.site,
    place: new URL(post.url).host,
    channel: '',
    post: post.key,
    about,
    title: words.slice(0, 120),
    undone: 0,
  };
}

/** A new capture. */
export function first(id: string, post: Post, at: number): Capture {
  return {
    id,
    post: post.key,
    at,
    read: post,
    looks: [{ at, counts: post.counts, text: post.text }],
    pictures: post.media
      .filter((medium) => medium.kind === 'image')
      .map((medium) => ({ url: medium.url, state: 'pending' as const, hash: '' })),
    tags: [],
    note: '',
    rights: 'unasked',
    event: `c-${id}`,
    undone: 0,
  };
}

/** A capture after another look: the newest reading unless it read less, and the key it was found by. */
function lookedAgain(capture: Capture, post: Post, at: number): Capture {
  const known = new Set(capture.pictures.map((picture) => picture.url));
  const fresh = first(capture.id, post, at).pictures.filter((picture) => !known.has(picture.url));
  return {
    ...capture,
    ...(keysOf(capture).includes(post.key) ? {} : { also: [...(capture.also ?? []), post.key].slice(-50) }),
    read: betterReading(capture.read, post),
    looks: [...capture.looks, { at, counts: post.counts, text: post.text }].slice(-MAX_LOOKS),
    pictures: [...capture.pictures, ...fresh].slice(0, 40),
  };
}

/**
 * Captures a post: the row, its event and the counts in one transaction. A post captured before, also under
 * another address, gets a new look instead of a second row; a removed one is restored. Idempotent by `id`.
 */
export function keep(workspace: Workspace, id: string, post: Post, at: number): Promise<KeepResult> {
  return workspace.together(tables, async () => {
    const before = await findCapture(workspace, post);
    if (before && (before.event === `c-${id}` || before.looks.some((look) => look.at === at))) {
      return keepResultOf(before, before.event !== `c-${id}`);
    }
    if (!before) return write(workspace, first(id, post, at), post, `c-${id}`, 'captured', at);
    const again = lookedAgain(before, post, at);
    if (before.undone === 0) {
      if (again.also !== before.also) await markKeys(workspace, [post.key], 1);
      return write(workspace, again, post, `l-${id}`, 'looked', at);
    }
    await markKeys(workspace, keysOf(again, post.key), 1);
    return write(workspace, { ...again, undone: 0, event: `c-${id}` }, post, `c-${id}`, 'captured', at);
  });
}

async function write(
  workspace: Workspace,
  capture: Capture,
  post: Post,
  event: string,
  type: 'captured' | 'looked',
  at: number,
): Promise<KeepResult> {
  await workspace.put(captures, capture);
  await record(workspace, eventOf(event, type, capture.id, post, at));
  return keepResultOf(capture, type === 'looked');
}

function keepResultOf(capture: Capture, before: boolean): KeepResult {
  return {
    id: capture.id,
    before,
    status: capture.read.status,
    missing: capture.read.missing,
    pictures: capture.pictures.length,
  };
}

/** Removes a capture and undoes its event. The row stays, so that restoring it loses no note or tag. */
export function takeBack(workspace: Workspace, id: string, at: number): Promise<boolean> {
  return workspace.together(tables, async () => {
    const capture = await workspace.rows(captures).get(id);
    if (capture?.undone !== 0) return false;
    const event = await workspace.rows(events).get(capture.event);
    await workspace.put(captures, { ...capture, undone: at });
    await markKeys(workspace, keysOf(capture, event?.post ?? capture.post), -1);
    await undo(workspace, capture.event, at);
    return true;
  });
}
