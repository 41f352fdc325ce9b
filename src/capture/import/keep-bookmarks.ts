import type * as z from 'zod/mini';
import { diaryTables, record, undo } from '../../activity/diary.ts';
import { events } from '../../activity/events.ts';
import { fold } from '../../i18n/fold.ts';
import { canonicalUrl } from '../../post/canonical.ts';
import { type Field, Post } from '../../post/post.ts';
import { newId } from '../../workspace/ids.ts';
import type { Workspace } from '../../workspace/open.ts';
import type { Capture, Collection } from '../capture.ts';
import { makeCollections } from '../collections.ts';
import { findCapture } from '../find-capture.ts';
import { eventOf, first } from '../keep.ts';
import { captures, collections } from '../tables.ts';
import type { Bookmark } from './bookmark.ts';

const tables = [...diaryTables, captures, collections] as const;
/** Captures written in one transaction. */
const BATCH = 100;

const NOBODY = { name: '', handle: '', url: '' };

/** A bookmark as a partially read post: other apps save neither author nor time. */
export function postOf({ url, title, text, cut }: Bookmark): Post | null {
  const address = canonicalUrl(url);
  const missing: Field[] = ['author', 'handle', 'time', ...(text ? [] : (['text'] as const))];
  const post = Post.safeParse({
    key: address,
    site: 'page',
    kind: 'page',
    url: address,
    title: title || address,
    author: NOBODY,
    text,
    lang: '',
    time: null,
    links: [],
    media: [],
    counts: {},
    quotes: null,
    answers: null,
    capped: cut ? ['text'] : [],
    recipe: { id: 'import', version: 1 },
    status: 'partial',
    missing,
  });
  return post.success ? post.data : null;
}

/** What an import would do: bookmarks that are new, and those that are already captured. */
export interface Plan {
  readonly fresh: readonly { readonly bookmark: Bookmark; readonly post: Post }[];
  readonly known: readonly Bookmark[];
}

/** Splits bookmarks into new and already captured ones, under any known address. Changes nothing. */
export async function planned(workspace: Workspace, found: readonly Bookmark[]): Promise<Plan> {
  const fresh = new Map<string, Plan['fresh'][number]>();
  const known: Bookmark[] = [];
  for (const bookmark of found) {
    const post = postOf(bookmark);
    if (!post) continue;
    const before = await findCapture(workspace, post);
    // A capture in the trash stays there: the person put it there.
    if (before || fresh.has(post.key)) known.push(bookmark);
    else fresh.set(post.key, { bookmark, post });
  }
  return { fresh: [...fresh.values()], known };
}

export interface Course {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number) => void;
  /** Called after each batch, so that a failure later still reports what was imported. */
  readonly onImported?: (imported: readonly Capture[]) => void;
  /** Called with the collections that the import created. */
  readonly onMade?: (collections: readonly Collection[]) => void;
}

/**
 * Imports new bookmarks, one transaction a batch, each with an event at its own time. Those captured meanwhile
 * are skipped. Returns what was imported, also when it was stopped.
 */
export async function keepBookmarks(
  workspace: Workspace,
  { fresh }: Plan,
  now: number,
  { signal, onProgress, onImported, onMade }: Course = {},
): Promise<Capture[]> {
  const imported: Capture[] = [];
  const sets = new Sets(workspace, now, onMade);
  for (let from = 0; from < fresh.length && !signal?.aborted; from += BATCH) {
    const batch = fresh.slice(from, from + BATCH);
    // In a transaction of its own, before the batch: an empty collection left by a closed browser is harmless.
    await sets.make(batch.flatMap(({ bookmark }) => bookmark.collections));
    const written = await workspace.together(tables, () => writeAll(workspace, batch, now, sets));
    imported.push(...written);
    onImported?.(written);
    onProgress?.(Math.min(from + BATCH, fresh.length), fresh.length);
  }
  return imported;
}

/** Ids of collections by folded name, as far as an import needs them, and those that it created. */
class Sets {
  private readonly ids = new Map<string, string>();
  private readonly workspace: Workspace;
  private readonly now: number;
  private readonly onMade: Course['onMade'];

  constructor(workspace: Workspace, now: number, onMade: Course['onMade']) {
    this.workspace = workspace;
    this.now = now;
    this.onMade = onMade;
  }

  /** Creates those that do not exist yet. */
  async make(names: readonly string[]): Promise<void> {
    if (names.every((name) => this.ids.has(fold(name)))) return;
    const { ids, made } = await makeCollections(this.workspace, names, this.now);
    for (const [name, id] of ids) this.ids.set(name, id);
    if (made.length > 0) this.onMade?.(made);
  }

  of(names: readonly string[]): string[] {
    return [...new Set(names.flatMap((name) => this.ids.get(fold(name)) ?? []))];
  }
}

async function writeAll(
  workspace: Workspace,
  batch: Plan['fresh'],
  now: number,
  sets: Sets,
): Promise<Capture[]> {
  const imported: Capture[] = [];
  for (const { bookmark, post } of batch) {
    if (await findCapture(workspace, post)) continue;
    const at = bookmark.at ?? now;
    const id = newId();
    const own = sets.of(bookmark.collections);
    const about = { tags: [...bookmark.tags], note: bookmark.note };
    const capture = { ...first(id, post, at), ...about, ...(own.length > 0 && { collections: own }) };
    await workspace.put(captures, capture);
    await record(workspace, eventOf(capture.event, 'captured', id, post, at));
    imported.push(capture);
  }
  return imported;
}

/** As the schema serialises it, to detect a later change by comparison. */
const written = <Row>({ row }: { row: z.ZodMiniType<Row> }, one: Row) => JSON.stringify(row.parse(one));

/**
 * Undoes an import: deletes what it added, with the events, and the collections it `made` that are still empty.
 * Captures changed or looked at since stay. Returns how many were deleted.
 */
export async function dropBookmarks(
  workspace: Workspace,
  imported: readonly Capture[],
  now: number,
  made: readonly Collection[] = [],
): Promise<number> {
  let gone = 0;
  for (let from = 0; from < imported.length; from += BATCH) {
    const batch = imported.slice(from, from + BATCH);
    gone += await workspace.together(tables, () => dropAll(workspace, batch, now));
  }
  if (made.length > 0) await workspace.together(tables, () => dropEmpty(workspace, made));
  return gone;
}

/** Deletes collections that are empty and unchanged: one that was renamed or moved since belongs to the person. */
async function dropEmpty(workspace: Workspace, made: readonly Collection[]): Promise<void> {
  const used = new Set<string>();
  await workspace.rows(captures).each(({ collections: own = [] }) => {
    for (const id of own) used.add(id);
  });
  const rows = await workspace.rows(collections).bulkGet(made.map(({ id }) => id));
  const same = made.filter(
    (one, at) => rows[at] !== undefined && written(collections, rows[at]) === written(collections, one),
  );
  await workspace.rows(collections).bulkDelete(same.map(({ id }) => id).filter((id) => !used.has(id)));
}

async function dropAll(workspace: Workspace, batch: readonly Capture[], now: number): Promise<number> {
  const rows = await workspace.rows(captures).bulkGet(batch.map(({ id }) => id));
  const same = batch.filter(
    (one, at) => rows[at] !== undefined && written(captures, rows[at]) === written(captures, one),
  );
  for (const { event } of same) await undo(workspace, event, now);
  await workspace.rows(events).bulkDelete(same.map(({ event }) => event));
  await workspace.rows(captures).bulkDelete(same.map(({ id }) => id));
  return same.length;
}
