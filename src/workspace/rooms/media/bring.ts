import { hashOf } from '../../bytes.ts';
import type { Workspace } from '../../open.ts';
import { type RoomMedium, roomMedia } from './tables.ts';
import { typeOfBytes } from './type.ts';

/** Largest picture or video that a device takes in, bytes: what it can hold at once and send in a minute. */
export const MOST_BYTES = 16 << 20;

export type Brought =
  | { readonly ok: true; readonly hash: string; readonly type: string; readonly bytes: number }
  | { readonly ok: false; readonly reason: 'large' | 'type' };

/** Takes in a picture or a video for a room: stored here, and sent from here. Twice is once. */
export async function bring(workspace: Workspace, file: Blob, at: number): Promise<Brought> {
  if (file.size > MOST_BYTES) return { ok: false, reason: 'large' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const type = typeOfBytes(bytes);
  if (!type) return { ok: false, reason: 'type' };
  const hash = await hashOf(bytes);
  await workspace.together([roomMedia], async () => {
    const known = await workspace.rows(roomMedia).get(hash);
    // What was fetched is on the hub's disk, and what was refused is tried again.
    if (known && known.state !== 'refused') return;
    const medium: RoomMedium = { hash, type, bytes, at, state: 'waiting', reason: '' };
    await workspace.put(roomMedia, medium);
  });
  return { ok: true, hash, type, bytes: bytes.byteLength };
}
