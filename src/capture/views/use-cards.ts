import { useRef } from 'preact/hooks';
import { type Live, useLive } from '../../workspace/live.ts';
import type { Workspace } from '../../workspace/open.ts';
import { type Card, cardOf } from '../card.ts';
import { type Capture, captures } from '../tables.ts';

/** The newest, read first: the page is there before the rest of a large collection is. */
const FIRST = 60;

/** Rows read in one go: the page answers between two of them. */
const CHUNK = 2000;

const newerFirst = (a: Card, b: Card) => b.at - a.at || (a.id < b.id ? 1 : -1);
const isKept = ({ undone }: Capture) => undone === 0;

async function newest(workspace: Workspace): Promise<Capture[]> {
  return workspace.rows(captures).orderBy('at').reverse().filter(isKept).limit(FIRST).toArray();
}

/**
 * Every row by `getAll`s along the key, sorted afterwards: a backward cursor costs an event per row, about five
 * times as much. In a transaction of its own, since Dexie else keeps a deep copy of every live result.
 */
function all(workspace: Workspace, toCard: (row: Capture) => Card): Promise<Card[]> {
  const table = workspace.rows(captures);
  return workspace.diary.transaction('r', captures.name, async () => {
    const cards: Card[] = [];
    let chunk = await table.orderBy(':id').limit(CHUNK).toArray();
    while (chunk.length > 0) {
      for (const row of chunk) if (isKept(row)) cards.push(toCard(row));
      const last = chunk.at(-1)?.id ?? '';
      chunk = chunk.length < CHUNK ? [] : await table.where(':id').above(last).limit(CHUNK).toArray();
    }
    return cards.sort(newerFirst);
  });
}

export interface Cards {
  readonly cards: readonly Card[];
  /** False while only the newest are there. */
  readonly whole: boolean;
}

/**
 * Every kept post as a card, newest first, live: the newest at once, then all of them. While `paused` (a single
 * post is open) nothing is read again: twenty thousand rows need not follow every letter of a note.
 */
export function useCards(
  workspace: Workspace,
  siteName: (id: string) => string,
  paused: boolean,
): Live<Cards> {
  const held = useRef<Cards | null>(null);
  const toCard = (row: Capture) => cardOf(row, siteName);
  const unlessPaused = async (read: () => Promise<Cards | null>) =>
    paused && held.current ? held.current : read();
  const head = useLive(
    () => unlessPaused(async () => ({ cards: (await newest(workspace)).map(toCard), whole: false })),
    [workspace, paused],
  );
  // One after the other: beside a read of everything, the newest would wait for it.
  const first = head.state === 'ready';
  const rest = useLive(
    () => unlessPaused(async () => (first ? { cards: await all(workspace, toCard), whole: true } : null)),
    [workspace, paused, first],
  );
  const shown = rest.state === 'loading' || (rest.state === 'ready' && !rest.value) ? head : rest;
  if (shown.state === 'ready' && shown.value) held.current = shown.value;
  return shown.state === 'ready' && !shown.value ? { state: 'loading' } : (shown as Live<Cards>);
}
