import { useRef } from 'preact/hooks';
import { type Live, useLive } from '../../workspace/live.ts';
import type { Workspace } from '../../workspace/open.ts';
import { type Card, cardOf } from '../card.ts';
import { type Capture, captures } from '../tables.ts';

/** The newest, read first: the page is there before the rest of a large collection is. */
const FIRST = 60;

const newerFirst = (a: Capture, b: Capture) => b.at - a.at || (a.id < b.id ? 1 : -1);

async function newest(workspace: Workspace): Promise<Capture[]> {
  const kept = workspace.rows(captures).orderBy('at').reverse();
  return kept
    .filter(({ undone }) => undone === 0)
    .limit(FIRST)
    .toArray();
}

/** One `getAll`, sorted here: a backward cursor costs an event per row, about five times as much. */
async function all(workspace: Workspace): Promise<Capture[]> {
  const rows = await workspace.rows(captures).toArray();
  return rows.filter(({ undone }) => undone === 0).sort(newerFirst);
}

export interface Cards {
  readonly cards: readonly Card[];
  /** False while only the newest are there. */
  readonly whole: boolean;
}

/**
 * Every kept post as a card, newest first, live. While `paused` (a single post is open) nothing is read again:
 * twenty thousand rows need not follow every letter of a note.
 */
export function useCards(
  workspace: Workspace,
  siteName: (id: string) => string,
  paused: boolean,
): Live<Cards> {
  const held = useRef<Cards | null>(null);
  const read = async (rows: () => Promise<Capture[]>, whole: boolean): Promise<Cards> => {
    if (paused && held.current) return held.current;
    return { cards: (await rows()).map((row) => cardOf(row, siteName)), whole };
  };
  const head = useLive(() => read(() => newest(workspace), false), [workspace, paused]);
  const rest = useLive(() => read(() => all(workspace), true), [workspace, paused]);
  const shown = rest.state === 'loading' ? head : rest;
  if (shown.state === 'ready') held.current = shown.value;
  return shown;
}
