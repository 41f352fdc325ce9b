import type { Context } from 'hono';
import type { Hub } from '../hub.ts';
import { MOST_BYTES } from '../media/media.ts';
import { EVERYBODY, WRITERS, whoWithin } from '../people/rights.ts';
import { type Caller, type Door, nothing } from './door.ts';

const HASH = /^[0-9a-f]{64}$/;

/**
 * Media by the hash of their bytes. Sent in parts: `HEAD` says how much is there already, each `PUT` with
 * `Content-Range: bytes <from>-<to>/<all>` adds to it, and the last one is answered when the whole is on disk, of a type of
 * the closed list, and of that hash.
 */
export function mediaRoutes(door: Door, hub: Hub): void {
  door.media(['HEAD', 'GET'], { roles: EVERYBODY, read: nothing }, async ({ caller, c }) => {
    const hash = c.req.param('hash') ?? '';
    if (!HASH.test(hash)) return { refused: 'unknown' };
    if (c.req.method === 'HEAD') return headOf(c, hub, { hash, member: caller.member });
    const medium = await hub.media.read(hash);
    if (!medium) return { refused: 'unknown' };
    return c.body(new Uint8Array(medium.bytes), 200, {
      'Content-Type': medium.type,
      'Content-Disposition': 'attachment',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, max-age=31536000, immutable',
    });
  });
  const read = (c: Context, caller: Caller) => sentPiece(c, hub, caller);
  door.media(['PUT'], { roles: WRITERS, read }, ({ caller, body }) =>
    hub.media.add({
      ...body,
      member: caller.member,
      at: hub.now(),
      stands: async (within) => {
        const who = await whoWithin(within, caller.device);
        return who !== null && WRITERS.includes(who.role);
      },
    }),
  );
}

/** A part of a medium as it is sent; a reason where it is not taken. */
async function sentPiece(c: Context, hub: Hub, { device }: Caller) {
  const piece = pieceOf(c);
  if (typeof piece === 'string') return piece;
  const { from, to } = piece;
  if (!hub.sending.take(String(device), to - from + 1)) return 'rate';
  // A line that broke in the middle is a body that does not fit.
  const bytes = new Uint8Array(await c.req.arrayBuffer().catch(() => new ArrayBuffer()));
  return bytes.byteLength === to - from + 1 ? { body: { ...piece, bytes } } : 'form';
}

/** Which part of which medium is sent, by its headers, before a byte of it is read; or why it is not taken. */
function pieceOf(
  c: Context,
): { hash: string; from: number; to: number; all: number } | 'form' | 'media-size' {
  const hash = c.req.param('hash') ?? '';
  const range = /^bytes (\d{1,9})-(\d{1,9})\/(\d{1,9})$/.exec(c.req.header('content-range') ?? '');
  const [from = 0, to = 0, all = 0] = range?.slice(1).map(Number) ?? [];
  if (!HASH.test(hash) || !range) return 'form';
  if (all > MOST_BYTES || to >= all || from > to) return 'media-size';
  return Number(c.req.header('content-length') ?? -1) === to - from + 1 ? { hash, from, to, all } : 'form';
}

async function headOf(c: Context, hub: Hub, { hash, member }: { hash: string; member: string }) {
  const there = await hub.media.there(hash, member);
  return c.body(null, there.whole ? 200 : 404, { 'Content-Length': '0', Range: `bytes=0-${there.bytes}` });
}
