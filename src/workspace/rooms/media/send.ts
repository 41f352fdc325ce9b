import { signal } from '@preact/signals';
import * as z from 'zod/mini';
import type { Workspace } from '../../open.ts';
import { type RoomMedium, roomMedia } from './tables.ts';

/** Bytes of one request: small enough to be there again soon after a connection that broke. */
const PIECE = 512 * 1024;
const PATIENCE = 60_000;

/** Where media go, and as whom. An empty token: there is no session now. */
export interface MediaServer {
  readonly address: string;
  readonly token: () => Promise<string>;
}

/** How much of what is on its way has arrived or come, by hash, bytes. For whoever looks at this context's page. */
export const underWay = signal<ReadonlyMap<string, number>>(new Map());

export function tellUnderWay(hash: string, bytes: number | null): void {
  const next = new Map(underWay.value);
  if (bytes === null) next.delete(hash);
  else next.set(hash, bytes);
  underWay.value = next;
}

const Answer = z.union([
  z.object({ bytes: z.int(), whole: z.boolean() }),
  z.object({ refused: z.string().check(z.maxLength(40)) }),
]);

/** What came of sending: `later`, the hub is away, too busy, or knows this device no more. */
type Sending =
  | { readonly is: 'sent' }
  | { readonly is: 'later' }
  | { readonly is: 'refused'; reason: string };
/** Refusals that are not about the medium. */
const PASSING: readonly string[] = ['rate', 'session', 'form'];

async function ask(
  server: MediaServer,
  hash: string,
  more: RequestInit & { headers?: Record<string, string> },
) {
  const token = await server.token();
  if (!token) return null;
  return fetch(`${server.address}/media/${hash}`, {
    ...more,
    headers: { ...more.headers, authorization: `Bearer ${token}` },
    credentials: 'omit',
    signal: AbortSignal.timeout(PATIENCE),
  }).catch(() => null);
}

/** How much the hub has already; null where it does not say. */
async function thereOf(server: MediaServer, hash: string): Promise<'whole' | number | null> {
  const answer = await ask(server, hash, { method: 'HEAD' });
  if (answer?.status === 200) return 'whole';
  const range = /^bytes=0-(\d+)$/.exec(answer?.headers.get('range') ?? '');
  return answer?.status === 404 && range ? Number(range[1]) : null;
}

async function sendPiece(server: MediaServer, { hash, bytes }: RoomMedium, from: number) {
  const piece = bytes.slice(from, from + PIECE);
  const range = `bytes ${from}-${from + piece.byteLength - 1}/${bytes.byteLength}`;
  const headers = { 'content-range': range, 'content-type': 'application/octet-stream' };
  const answer = await ask(server, hash, { method: 'PUT', headers, body: piece });
  return Answer.safeParse(await answer?.json().catch(() => null)).data ?? null;
}

/** Sends one medium from where the hub has it on. */
async function sendOne(server: MediaServer, medium: RoomMedium): Promise<Sending> {
  let from = await thereOf(server, medium.hash);
  while (from !== 'whole') {
    if (from === null || from >= medium.bytes.byteLength) return { is: 'later' };
    tellUnderWay(medium.hash, from);
    const answer = await sendPiece(server, medium, from);
    if (!answer) return { is: 'later' };
    if ('refused' in answer)
      return PASSING.includes(answer.refused) ? { is: 'later' } : { is: 'refused', reason: answer.refused };
    if (!answer.whole && answer.bytes <= from) return { is: 'later' };
    from = answer.whole ? 'whole' : answer.bytes;
  }
  return { is: 'sent' };
}

/** Hashes of what waits to be sent, the oldest first. */
export function mediaWaiting(workspace: Workspace): Promise<string[]> {
  return workspace.rows(roomMedia).where('state').equals('waiting').primaryKeys() as Promise<string[]>;
}

/** Sends what waits, one after the other. False where something has to wait for later. */
export async function sendWaiting(workspace: Workspace, server: MediaServer): Promise<boolean> {
  for (const hash of await mediaWaiting(workspace)) {
    const medium = await workspace.rows(roomMedia).get(hash);
    if (medium?.state !== 'waiting') continue;
    const came = await sendOne(server, medium).finally(() => tellUnderWay(hash, null));
    if (came.is === 'later') return false;
    const reason = came.is === 'refused' ? came.reason : '';
    await workspace.rows(roomMedia).update(hash, { state: came.is, reason });
  }
  return true;
}
