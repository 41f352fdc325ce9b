import type { Workspace } from '../open.ts';
import { monthEnd, monthOf } from '../room.ts';
import { emptyRoom, OF_ROOMS } from './databases.ts';
import { isSame } from './edit.ts';
import { mediaWaiting } from './media/send.ts';
import { roomMedia } from './media/tables.ts';
import { atOf, type Replica } from './replica.ts';
import { edits, type SentRow, sent } from './tables.ts';

const DAY = 86_400_000;

function inState(workspace: Workspace, room: string, state: SentRow['state']): Promise<SentRow[]> {
  return workspace.rows(sent).where('[room+state]').equals([room, state]).toArray();
}

/** How many items wait for an answer in a room. */
export function waitingIn(workspace: Workspace, room: string): Promise<number> {
  return workspace.rows(sent).where('[room+state]').equals([room, 'waiting']).count();
}

/** Whether a row may be sent by now. */
const isDue = ({ notBefore = 0 }: SentRow, now: number) => notBefore <= now;

/** Rooms with something that is not on the hub's disk yet, and may be sent by now. */
export async function roomsWaiting(workspace: Workspace, now = Date.now()): Promise<string[]> {
  const rows = await workspace.rows(sent).where('state').anyOf('waiting', 'again').toArray();
  return [...new Set(rows.filter((row) => isDue(row, now)).map(({ room }) => room))];
}

/** Whether anything is not on the hub's disk yet and may be sent by now: an item, a picture. */
export async function somethingWaits(workspace: Workspace): Promise<boolean> {
  return (await roomsWaiting(workspace)).length + (await mediaWaiting(workspace)).length > 0;
}

/** How many items, pictures among them, wait, and how many were not accepted. */
export async function waitingCounts(workspace: Workspace): Promise<{ waiting: number; refused: number }> {
  const count = (...states: SentRow['state'][]) => workspace.rows(sent).where('state').anyOf(states).count();
  const pictures = (state: 'waiting' | 'refused') => workspace.rows(roomMedia).where({ state }).count();
  const [waiting, refused, waitingPictures, refusedPictures] = await Promise.all([
    count('waiting', 'again'),
    count('refused'),
    pictures('waiting'),
    pictures('refused'),
  ]);
  return { waiting: waiting + waitingPictures, refused: refused + refusedPictures };
}

/**
 * Notes what the hub has acknowledged: of a room's waiting items those whose edit was among those `reached` when it did. What
 * is written while we note it waits for an answer of its own.
 */
export async function acknowledge(
  workspace: Workspace,
  room: string,
  reached: ReadonlyMap<number, number>,
  at: number,
): Promise<void> {
  const rows = await inState(workspace, room, 'waiting');
  const isReached = ({ client, clock }: { readonly client: number; readonly clock: number }) =>
    (reached.get(client) ?? 0) > clock;
  const known = rows.filter(isReached);
  await workspace.together([sent, edits], async () => {
    await workspace.rows(edits).where({ room, acked: 0 }).and(isReached).modify({ acked: 1 });
    for (const { id, client, clock } of known) {
      const now = await workspace.rows(sent).get(id);
      // Written again meanwhile: that edit waits for an answer of its own.
      if (now?.state === 'waiting' && now.client === client && now.clock === clock)
        await workspace.put(sent, { ...now, state: 'sent', sent: at });
    }
  });
}

/** Refusals that are about who asks, and so about everything that waits. */
const OF_ALL: readonly string[] = ['reader', 'foreign-client', 'quota'];

/**
 * When what was over the month's quota is put again: with the next month, in UTC as the hub counts. A day later at the most,
 * since this clock may be ahead of the hub's, and a quota may be raised.
 */
const afterQuota = (now: number) => Math.min(monthEnd(monthOf(now)), now + DAY);

/** A row that was refused, as it goes on: what is over the month's quota waits, and all else is for the person to see. */
const refusedAs = (row: SentRow, reason: string, now: number): SentRow =>
  reason === 'quota'
    ? { ...row, state: 'again', reason, notBefore: afterQuota(now) }
    : { ...row, state: 'refused', reason };

/**
 * The hub did not take something that waits in a room, and the room is read anew. Where one item waits, or nothing may be
 * written there, it moves to where the person sees it. Of several nobody knows which it was: they are put again, in parts or
 * one by one. How many are.
 */
export async function refuse(
  workspace: Workspace,
  room: string,
  reason: string,
  now = Date.now(),
): Promise<number> {
  return workspace.together([...OF_ROOMS, sent], async () => {
    await emptyRoom(workspace, room);
    const waiting = await inState(workspace, room, 'waiting');
    const ofAll = OF_ALL.includes(reason);
    const again = ofAll ? await inState(workspace, room, 'again') : [];
    const apart = waiting.length > 1 && !ofAll;
    for (const row of [...waiting, ...again])
      await workspace.put(sent, apart ? { ...row, state: 'again' } : refusedAs(row, reason, now));
    return apart ? waiting.length : 0;
  });
}

/** What waits in a part of a room that takes nothing more goes into another part of it. */
export async function moveTo(workspace: Workspace, from: string, to: string): Promise<void> {
  await workspace.together([...OF_ROOMS, sent], async () => {
    await emptyRoom(workspace, from);
    for (const state of ['waiting', 'again'] as const)
      for (const row of await inState(workspace, from, state))
        await workspace.put(sent, { ...row, room: to, state: 'again' });
  });
}

/** The hub's store is another since: replicas are set aside, and what this device wrote is put there again. */
export async function resendAll(workspace: Workspace): Promise<void> {
  await workspace.together([...OF_ROOMS, sent, roomMedia], async () => {
    for (const table of OF_ROOMS) await workspace.rows<object>(table).clear();
    await workspace.rows(roomMedia).where({ state: 'sent' }).modify({ state: 'waiting' });
    const rows = await workspace.rows(sent).where('state').anyOf('waiting', 'sent').toArray();
    for (const row of rows) await workspace.put(sent, { ...row, state: 'again', sent: 0 });
  });
}

/** What is put again by now into a room that is in step with the hub: only what is not there, or is no newer there. */
export async function leftToPut(
  workspace: Workspace,
  replica: Replica,
  now = Date.now(),
): Promise<SentRow[]> {
  const rows = (await inState(workspace, replica.name, 'again')).filter((row) => isDue(row, now));
  const isLeft = ({ root, key, value }: SentRow) => {
    const there = replica.items(root).get(key);
    return there === undefined || (atOf(there) <= atOf(value) && !isSame(there, value));
  };
  const left = rows.filter(isLeft);
  const settled = rows.filter((row) => !left.includes(row));
  await workspace.together([sent], async () => {
    for (const row of settled) await workspace.put(sent, { ...row, state: 'sent', sent: now, reason: '' });
  });
  return left;
}

/** Drops the rows of items that somebody else has written since: they are theirs to put again, not ours. */
export async function passOn(workspace: Workspace, ids: readonly string[]): Promise<void> {
  await workspace
    .rows(sent)
    .where('id')
    .anyOf(ids)
    .and(({ state }) => state === 'sent')
    .delete();
}

/** Tables of which everything is the team's. */
export const teamTables = (workspace: Workspace) => workspace.tables.filter((one) => one.ofTeam);

/** Forgets everything that is the team's: the person left it, or the hub signed that they were removed. */
export async function forgetRooms(workspace: Workspace): Promise<void> {
  const ofTeam = teamTables(workspace);
  await workspace.together(ofTeam, async () => {
    for (const table of ofTeam) await workspace.rows(table).clear();
  });
}
