import type { Post } from '../post/post.ts';
import type { ShareChoice } from '../share/messages.ts';
import { targetsOf } from '../share/share-targets.ts';
import { Draft, drafts, preferences, type Written } from '../share/tables.ts';
import type { Workspace } from '../workspace/open.ts';
import { readSetting } from '../workspace/setting.ts';
import { isDue } from './reminders.ts';

/** Drafts as of today's schema, with defaults for what older versions did not write; none for an invalid row. */
function understood(row: unknown): Draft[] {
  const draft = Draft.safeParse(row);
  return draft.success ? [draft.data] : [];
}

/** Every draft: those with a reminder first, soonest first, then the others, newest first. */
export async function readDrafts(workspace: Workspace): Promise<Draft[]> {
  const rows = await workspace.rows(drafts).toArray();
  return rows.flatMap(understood).sort(inOrder);
}

const last = (draft: Draft) => draft.remind || Number.POSITIVE_INFINITY;

/** The order in which drafts are shown. */
export function inOrder(a: Draft, b: Draft): number {
  if (last(a) !== last(b)) return last(a) - last(b);
  return b.at - a.at || (a.post < b.post ? -1 : 1);
}

async function writtenOf(
  workspace: Workspace,
  post: Post,
  choice: ShareChoice | null,
  at: number,
): Promise<Written> {
  const { channels } = await readSetting(workspace, preferences);
  return {
    post: post.key,
    at,
    channel: choice?.channel ?? channels[0] ?? 'copy',
    target: choice?.target || targetsOf(post)[0]?.url || post.url,
    words: choice?.words ?? '',
    disclosure: choice?.disclosure ?? null,
    removed: choice?.removed ?? '',
    labels: choice?.labels,
  };
}

export interface SetAside {
  readonly post: Post;
  /** The choice in the sheet; null where the sheet was not open, which leaves what was written before. */
  readonly choice: ShareChoice | null;
  readonly at: number;
  /** UTC ms; 0: without a reminder. */
  readonly remind: number;
}

/** Sets a share aside for later. Doing it again changes the reminder. */
export async function setAside(workspace: Workspace, { post, choice, at, remind }: SetAside): Promise<void> {
  const fresh = await writtenOf(workspace, post, choice, at);
  await workspace.together([drafts], async () => {
    const before = understood(await workspace.rows(drafts).get(post.key))[0];
    const written = choice === null && before ? before : fresh;
    await workspace.put(drafts, { ...written, at, read: post, remind, aside: before?.aside || at });
  });
}

/** Changes a draft's reminder (UTC ms; 0 for none). False where the draft is gone. */
export async function setReminder(workspace: Workspace, post: string, remind: number): Promise<boolean> {
  return (await workspace.rows(drafts).update(post, { remind })) > 0;
}

/** Deletes a draft and returns it for undo. */
export function dropDraft(workspace: Workspace, post: string): Promise<Draft | null> {
  return workspace.together([drafts], async () => {
    const draft = understood(await workspace.rows(drafts).get(post))[0] ?? null;
    await workspace.rows(drafts).delete(post);
    return draft;
  });
}

/** Restores a deleted draft, unless a new one for its post exists. */
export function putBack(workspace: Workspace, draft: Draft): Promise<boolean> {
  return workspace.addOnce(drafts, draft.post, draft);
}

/**
 * A draft's post, for the sheet. Older versions did not store it: then it is rebuilt from the draft and marked
 * as partly read.
 */
export function postOf({ read, post, target }: Draft): Post {
  if (read) return read;
  const [, site = 'page'] = /^([a-z]+):(?!\/\/)/.exec(post) ?? [];
  return {
    key: post,
    site,
    kind: 'post',
    url: /^https?:/i.test(post) ? post : target,
    title: '',
    author: { name: '', handle: '', url: '' },
    text: '',
    lang: '',
    time: null,
    links: [target],
    media: [],
    counts: {},
    quotes: null,
    answers: null,
    capped: [],
    recipe: { id: site, version: 0 },
    status: 'partial',
    missing: ['author', 'text', 'time'],
  };
}

/** Opens a draft for finishing and clears a reminder that is due. Returns its post; null where the draft is gone. */
export function openDraft(workspace: Workspace, post: string, now: number): Promise<Post | null> {
  return workspace.together([drafts], async () => {
    const draft = understood(await workspace.rows(drafts).get(post))[0];
    if (!draft) return null;
    if (isDue(draft, now)) await workspace.put(drafts, { ...draft, remind: 0 });
    return postOf(draft);
  });
}
