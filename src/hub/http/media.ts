import type { IncomingMessage } from 'node:http';
import type { Context } from 'hono';
import type { Refused } from '../../team/hub-api.ts';
import { type Medium, MOST_BYTES, type Piece, type SentBy, type There } from '../media/media.ts';
import { partOf } from '../media/range.ts';
import { fileSource } from '../outgoing/sources.ts';
import { EVERYBODY, WRITERS, whoWithin } from '../people/rights.ts';
import type { HubServices } from '../services.ts';
import { type ApiRouter, type Caller, nothing } from './api-router.ts';

const HASH = /^[0-9a-f]{64}$/;

/**
 * Media by the hash of their bytes, uploaded in parts: `HEAD` answers how much is there already, each `PUT` with
 * `Content-Range: bytes <from>-<to>/<all>` appends, and the last one is answered once the whole is on disk and its type and
 * hash were checked.
 */
export function mediaRoutes(router: ApiRouter, hub: HubServices): void {
  router.media(['HEAD', 'GET'], { roles: EVERYBODY, read: nothing }, async ({ caller, c }) => {
    const hash = c.req.param('hash') ?? '';
    if (!HASH.test(hash)) return { refused: 'unknown' };
    const medium = await hub.media.find(hash);
    if (c.req.method === 'HEAD') return headOf(c, medium, await hub.media.there(hash, caller.member));
    return medium ? read(c, hub, medium, caller) : { refused: 'unknown' };
  });
  router.media(
    ['PUT'],
    { roles: WRITERS, read: (c, caller) => sentPiece(c, hub, caller) },
    ({ caller, body }) => hub.media.settle(body.piece, sentBy(hub, caller), body.there),
  );
}

/** Writes a part of an upload to the disk as it arrives; a reason if it is refused. */
async function sentPiece(c: Context, hub: HubServices, caller: Caller) {
  const piece = pieceOf(c);
  if (typeof piece === 'string') return piece;
  if (!hub.sending.take(caller.member, piece.to - piece.from + 1)) return 'rate';
  const { incoming } = c.env as { incoming: IncomingMessage };
  const body = incoming.iterator({ destroyOnReturn: false });
  const there = await hub.media.receive(piece, sentBy(hub, caller), body);
  return typeof there === 'string' ? there : { body: { piece, there } };
}

const sentBy = (hub: HubServices, { member, device }: Caller): SentBy => ({
  member,
  at: hub.now(),
  stands: async (within) => {
    const who = await whoWithin(within, device);
    return who !== null && WRITERS.includes(who.role);
  },
});

/** Which part of which medium is sent, read from the headers before the body; or why it is refused. */
function pieceOf(c: Context): Piece | 'form' | 'media-size' {
  const hash = c.req.param('hash') ?? '';
  const range = /^bytes (\d{1,9})-(\d{1,9})\/(\d{1,9})$/.exec(c.req.header('content-range') ?? '');
  const [from = 0, to = 0, all = 0] = range?.slice(1).map(Number) ?? [];
  if (!HASH.test(hash) || !range) return 'form';
  if (all > MOST_BYTES || to >= all || from > to) return 'media-size';
  return Number(c.req.header('content-length') ?? -1) === to - from + 1 ? { hash, from, to, all } : 'form';
}

const headersOf = ({ hash, type }: Medium) => ({
  'Content-Type': type,
  'Content-Disposition': 'attachment',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cache-Control': 'private, max-age=31536000, immutable',
  'Accept-Ranges': 'bytes',
  ETag: `"${hash}"`,
});

/** Answers `HEAD`: its `Range` says how much of the upload has arrived. */
function headOf(c: Context, medium: Medium | null, { bytes }: There): Response {
  const range = { Range: `bytes=0-${bytes}` };
  if (!medium) return c.body(null, 404, { ...range, 'Content-Length': '0' });
  return c.body(null, 200, { ...headersOf(medium), ...range, 'Content-Length': String(medium.bytes) });
}

/** Streams a medium, or the requested range of it. */
async function read(
  c: Context,
  hub: HubServices,
  medium: Medium,
  caller: Caller,
): Promise<Response | Refused> {
  const headers = headersOf(medium);
  if (c.req.header('if-none-match') === headers.ETag) return c.body(null, 304, headers);
  const isOther = ![undefined, headers.ETag].includes(c.req.header('if-range'));
  const part = isOther ? null : partOf(c.req.header('range'), medium.bytes);
  if (part === 'outside') return c.body(null, 416, { 'Content-Range': `bytes */${medium.bytes}` });
  const { first, last } = part ?? { first: 0, last: medium.bytes - 1 };
  const { outgoing } = hub;
  if (outgoing.isBusy(caller.member) || !hub.reading.take(caller.member, last + 1 - first))
    return { refused: 'rate' };
  const file = await fileSource(hub.media.path(medium), { first, last });
  if (!file) return { refused: 'unknown' };
  const stream = outgoing.stream(file, { ...caller, roles: EVERYBODY });
  if (!stream) return { refused: 'rate' };
  const length = { 'Content-Length': String(last + 1 - first) };
  const range = part && { 'Content-Range': `bytes ${first}-${last}/${medium.bytes}` };
  return c.body(stream, part ? 206 : 200, { ...headers, ...length, ...range });
}
