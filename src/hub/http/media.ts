import type { Context, Hono } from 'hono';
import type { Hub } from '../hub.ts';
import { MOST_BYTES } from '../media/media.ts';
import { refuse, whoAsks } from './asked.ts';

const HASH = /^[0-9a-f]{64}$/;

/**
 * Media by the hash of their bytes. Sent in parts: `HEAD` says how much is there already, each `PUT` with
 * `Content-Range: bytes <from>-<to>/<all>` adds to it, and the last one is answered when the whole is on disk, of a type of
 * the closed list, and of that hash.
 */
export function mediaRoutes(app: Hono, hub: Hub): void {
  app.on(['HEAD', 'GET'], '/media/:hash', async (c) => {
    const who = whoAsks(c, hub);
    if (!who) return refuse(c, 'session');
    const hash = c.req.param('hash') ?? '';
    if (!HASH.test(hash)) return refuse(c, 'unknown');
    if (c.req.method === 'HEAD') return headOf(c, hub, { hash, member: who.member });
    const medium = await hub.media.read(hash);
    if (!medium) return refuse(c, 'unknown');
    return c.body(new Uint8Array(medium.bytes), 200, {
      'Content-Type': medium.type,
      'Content-Disposition': 'attachment',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, max-age=31536000, immutable',
    });
  });
  app.put('/media/:hash', async (c) => {
    const who = whoAsks(c, hub);
    if (!who) return refuse(c, 'session');
    if (who.role === 'viewer') return refuse(c, 'role');
    const piece = pieceOf(c);
    if (typeof piece === 'string') return refuse(c, piece);
    const { from, to } = piece;
    if (!hub.sending.take(String(who.device), to - from + 1)) return refuse(c, 'rate');
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    if (bytes.byteLength !== to - from + 1) return refuse(c, 'form');
    const answer = await hub.media.add({ ...piece, bytes, member: who.member, at: hub.now() });
    return 'refused' in answer ? refuse(c, answer.refused) : c.json(answer);
  });
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
