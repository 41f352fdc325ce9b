import { Dexie, type ObservabilitySet, RangeSet } from 'dexie';
import { asError } from '../workspace/failure.ts';
import type { Workspace } from '../workspace/open.ts';
import { SerialQueue } from '../workspace/serial-queue.ts';
import type { Capture } from './capture.ts';
import { type Card, cardOf } from './card.ts';
import { captures } from './tables.ts';

/** Rows read at a time: about 5 ms of work, so that the page stays responsive. */
const SLICE = 150;
/** Rows read first, so that the page shows before a large collection is loaded. */
const FIRST = 60;
/** How often the growing list is rendered while loading, ms. */
const SHOWN_EVERY = 400;

/** All captures as cards, newest first. `whole` is false while older ones are still loading. */
export interface Cards {
  readonly cards: readonly Card[];
  readonly whole: boolean;
}
export type Followed = { cards: Cards; error: null } | { cards: null; error: Error };
type Listener = (followed: Followed) => void;

const newerFirst = (a: Card, b: Card) => b.at - a.at || (a.id < b.id ? 1 : -1);
const isKept = ({ undone }: Capture) => undone === 0;

/** Yields to rendering and input. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** Cards with some of them replaced, in order. A missing new card means that it was removed. */
export function withChanged(
  cards: readonly Card[],
  changed: ReadonlySet<string>,
  fresh: readonly Card[],
): Card[] {
  const coming = [...fresh].sort(newerFirst);
  const merged: Card[] = [];
  let next = 0;
  for (const card of cards) {
    if (changed.has(card.id)) continue;
    for (let one = coming[next]; one && newerFirst(one, card) < 0; one = coming[next]) {
      merged.push(one);
      next += 1;
    }
    merged.push(card);
  }
  return [...merged, ...coming.slice(next)];
}

/**
 * All cards in memory, updated live: a search scans strings (1.7 ms over 20,000), and a change reads only the
 * changed rows. Dexie reports the changed keys of each commit to every context:
 * https://dexie.org/docs/Dexie/Dexie.on.storagemutated
 */
export class LiveCards {
  private now: Followed = { cards: { cards: [], whole: false }, error: null };
  private begun = false;
  private readonly listeners = new Set<Listener>();
  private changed = new Set<string>();
  private again = false;
  private readonly turns = new SerialQueue();
  private readonly workspace: Workspace;
  private readonly siteName: (id: string) => string;
  private readonly part: string;

  constructor(workspace: Workspace, siteName: (id: string) => string) {
    this.workspace = workspace;
    this.siteName = siteName;
    this.part = `idb://${workspace.diary.name}/${captures.name}/`;
  }

  /** The cards so far; null before the first were read. */
  current(): Followed | null {
    return this.begun ? this.now : null;
  }

  /** Calls back at every change, and at once if cards are loaded. Returns the unsubscribe function. */
  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    if (this.listeners.size === 1) this.start();
    else if (this.begun) listener(this.now);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) Dexie.on('storagemutated').unsubscribe(this.onMutated);
    };
  }

  /** Changes were missed while nobody listened: shows the old cards and reads everything again. */
  private start(): void {
    Dexie.on('storagemutated', this.onMutated);
    if (this.begun) this.tell();
    this.again = true;
    this.run();
  }

  private tell(now: Followed = this.now): void {
    this.now = now;
    this.begun = true;
    for (const listener of this.listeners) listener(now);
  }

  private readonly onMutated = (parts: ObservabilitySet): void => {
    const tree = parts[this.part];
    if (!tree) return;
    for (const { from, to } of RangeSet(tree)) {
      // Dexie reports fifty or more changed rows as one open range.
      if (from === to && typeof from === 'string') this.changed.add(from);
      else this.again = true;
    }
    this.run();
  };

  private run(): void {
    this.turns
      .run(() => (this.again ? this.readAll() : this.readChanged()))
      .catch((error: unknown) => {
        this.tell({ cards: null, error: asError(error) });
      });
  }

  private async cardsOf(ids: readonly string[]): Promise<Card[]> {
    return this.cardsIn(await this.workspace.rows(captures).bulkGet([...ids]));
  }

  private cardsIn(rows: readonly (Capture | undefined)[]): Card[] {
    return rows.flatMap((row) => (row && isKept(row) ? [cardOf(row, this.siteName)] : []));
  }

  private async readAll(): Promise<void> {
    this.again = false;
    this.changed = new Set();
    const shown = this.now.cards?.whole ?? false;
    const table = this.workspace.rows(captures);
    const found = new Map<string, Card>();
    const take = (rows: readonly Capture[]) => {
      for (const card of this.cardsIn(rows)) found.set(card.id, card);
    };
    const sorted = () => [...found.values()].sort(newerFirst);
    const show = () => {
      if (!shown) this.tell({ cards: { cards: sorted(), whole: false }, error: null });
      return performance.now();
    };
    take(await table.orderBy('at').reverse().limit(FIRST).toArray());
    let shownAt = show();
    // Reads the remaining rows in bulk by key. Read one by one, each leaves an engine object to the garbage
    // collector, whose pause would then hit typing.
    for (let after = ''; !this.again; ) {
      const rows = await table.where(':id').above(after).limit(SLICE).toArray();
      take(rows);
      const last = rows.at(-1);
      if (!last) break;
      after = last.id;
      if (performance.now() - shownAt > SHOWN_EVERY) shownAt = show();
      await breathe();
    }
    if (!this.again) this.tell({ cards: { cards: sorted(), whole: true }, error: null });
  }

  private async readChanged(): Promise<void> {
    const ids = [...this.changed];
    this.changed = new Set();
    if (ids.length === 0 || !this.now.cards) return;
    const fresh: Card[] = [];
    for (let at = 0; at < ids.length; at += SLICE) {
      fresh.push(...(await this.cardsOf(ids.slice(at, at + SLICE))));
      if (at > 0) await breathe();
    }
    const { cards, whole } = this.now.cards;
    this.tell({ cards: { cards: withChanged(cards, new Set(ids), fresh), whole }, error: null });
  }
}

const followings = new WeakMap<Workspace, LiveCards>();

/** One instance a workspace. It outlives the page that shows it, so that coming back is instant. */
export function liveCardsOf(workspace: Workspace, siteName: (id: string) => string): LiveCards {
  const known = followings.get(workspace);
  if (known) return known;
  const made = new LiveCards(workspace, siteName);
  followings.set(workspace, made);
  return made;
}
