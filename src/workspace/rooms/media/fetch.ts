import { hashOf, readCapped } from '../../bytes.ts';
import type { Workspace } from '../../open.ts';
import { type MediaServer, tellUnderWay } from './send.ts';
import { type RoomMedium, roomMedia } from './tables.ts';
import { typeOfBytes } from './type.ts';

/** How long nothing may come, ms. */
const PATIENCE = 30_000;
/** More than the hub takes, bytes: who sends more is no hub of ours. */
const MOST = 64 << 20;

/** `away`: the hub is not there. `missing`: it does not have it yet. `wrong`: what came is not what was named. */
export type Fetched =
  | { readonly ok: true; readonly medium: RoomMedium }
  | { readonly ok: false; readonly reason: 'away' | 'missing' | 'wrong' };

/** A medium from this device, or from the hub when somebody looks at it: checked against its hash, then stored here. */
export async function fetchMedium(workspace: Workspace, server: MediaServer, hash: string): Promise<Fetched> {
  const known = await workspace.rows(roomMedia).get(hash);
  if (known) return { ok: true, medium: known };
  try {
    const token = await server.token();
    if (!token) return { ok: false, reason: 'away' };
    const response = await fetch(`${server.address}/media/${hash}`, {
      headers: { authorization: `Bearer ${token}` },
      credentials: 'omit',
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (!response.headers.get('content-type')?.match(/^(image|video)\//))
      return { ok: false, reason: 'missing' };
    const bytes = await readCapped(response, MOST, (n) => tellUnderWay(hash, n));
    if (!bytes) return { ok: false, reason: 'away' };
    const type = typeOfBytes(bytes);
    if (!type || (await hashOf(bytes)) !== hash) return { ok: false, reason: 'wrong' };
    const medium: RoomMedium = { hash, type, bytes, at: Date.now(), state: 'fetched', reason: '' };
    await workspace.put(roomMedia, medium);
    return { ok: true, medium };
  } catch {
    // Cut off, or no room on this disk: it can be requested again.
    return { ok: false, reason: 'away' };
  } finally {
    tellUnderWay(hash, null);
  }
}
