import { Dexie, type ObservabilitySet, RangeSet } from 'dexie';
import { asError } from '../workspace/failure.ts';
import type { Workspace } from '../workspace/open.ts';
import { Turns } from '../workspace/turns.ts';
import { type Card, cardOf } from './card.ts';
import { type Capture, captures } from './tables.ts';

/** Rows read in one go: some 5 ms of work, so that the page answers between two of them. */
const SLICE = 150;
/** The newest, read first: the page is there before the rest of a large collection is. */
const FIRST = 60;
/** How often the growing list is shown while it is read, ms. */
const SHOWN_EVERY = 400;

/** Every kept post as a card, newest first. `whole` is false while older ones are still being read. */
export interface Cards {
  readonly cards: readonly Card[];
  readonly whole: boolean;
}
export type Followed = { cards: Cards; error: null } | { cards: null; error: Error };
type Listener = (followed: Followed) => void;

const newerFirst = (a: Card, b: Card) => b.at - a.at || (a.id < b.id ? 1 : -1);
const isKept = ({ undone }: Capture) => undone === 0;

/** Lets the page draw and take a key before going on. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** Cards with some of them changed, in order. What is gone has no new card. */
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
 * The cards of a diary, held in memory and followed: a search is a scan of strings that are here already (1.7 ms
 * over 20,000), and a change reads the changed rows alone. Dexie tells every context which keys a commit changed:
 * https://dexie.org/docs/Dexie/Dexie.on.storagemutated
 */
export class LiveCards {
  private now: Followed = { cards: { cards: [], whole: false }, error: null };
  private begun = false;
  private readonly listeners = new Set<Listener>();
  private changed = new Set<string>();
  private again = false;
  private readonly turns = new Turns();
  private readonly workspace: Workspace;
  private readonly siteName: (id: string) => string;
  private readonly part: string;

  constructor(workspace: Workspace, siteName: (id: string) => string) {
    this.workspace = workspace;
    this.siteName = siteName;
    this.part = `idb://${workspace.diary.name}/${captures.name}/`;
  }

  /** What there is now; null before the first cards were read. */
  current(): Followed | null {
    return this.begun ? this.now : null;
  }

  /** Calls back at every change, and now where something is there. Gives the way to stop. */
  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    if (this.listeners.size === 1) this.start();
    else if (this.begun) listener(this.now);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) Dexie.on('storagemutated').unsubscribe(this.onMutated);
    };
  }

  /** Nobody listened for a while, and changes went unheard: what is held is shown, and read again behind it. */
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
      // A change of fifty rows and more at once comes as "any of them".
      if (from === to && typeof from === 'string') this.changed.add(from);
      else this.again = true;
    }
    this.run();
  };

  private run(): void {
    this.turns
      .next(() => (this.again ? this.readAll() : this.readChanged()))
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
    // The rest by their keys: so many rows come as one answer. Asked for one by one they leave the collector an object
    // of the engine's each, and its pause then falls into somebody's typing.
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

/** The one following of a workspace: it outlives the page that shows it, so that coming back is at once. */
export function liveCardsOf(workspace: Workspace, siteName: (id: string) => string): LiveCards {
  const known = followings.get(workspace);
  if (known) return known;
  const made = new LiveCards(workspace, siteName);
  followings.set(workspace, made);
  return made;
}
