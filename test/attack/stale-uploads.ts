import { createHash, randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Attack, Target } from './attack.ts';
import type { HubUnderAttack, Person } from './hub.ts';

/** A JPEG as far as its first bytes say. */
const jpeg = (bytes = 4000) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(bytes)]);
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

interface Piece {
  readonly from: number;
  readonly to: number;
}

const headersOf = ({ token }: Person, all: number, { from, to }: Piece) => ({
  authorization: `Bearer ${token}`,
  'content-range': `bytes ${from}-${to - 1}/${all}`,
  'content-type': 'application/octet-stream',
});

async function sent(hub: HubUnderAttack, person: Person, medium: Buffer, piece: Piece) {
  const body = medium.subarray(piece.from, piece.to);
  const headers = { ...headersOf(person, medium.length, piece), 'content-length': String(body.length) };
  return hub.ask(`/media/${hashOf(medium)}`, { method: 'PUT', headers, body });
}

/** What of a medium or of a member is left in the hub's folder. */
function leftOf(hub: HubUnderAttack, medium: Buffer, { joined }: Person): string | null {
  const names = readdirSync(join(hub.folder, 'media'), { recursive: true, encoding: 'utf8' });
  const left = names.find((name) => name.includes(hashOf(medium)) || name.includes(joined.member));
  return left ? `${left} is on the disk` : null;
}

type End = 'member.remove' | 'erase' | 'viewer';
const ended = (hub: HubUnderAttack, { joined: { member } }: Person, end: End) =>
  hub.must(end === 'viewer' ? { do: 'member.role', member, role: 'viewer' } : { do: end, member });

/** The last piece is half here when its sender goes; or, `whole`, the first piece is here and no more comes. */
async function cut(at: Target, end: End, whole: boolean): Promise<string | null> {
  const hub = await at.shared();
  const mallory = await hub.join('member', 'Mallory');
  const medium = jpeg();
  const first = { from: 0, to: 2000 };
  const begun = await sent(hub, mallory, medium, first);
  if (begun.status !== 200) return `the first piece was answered with ${begun.status}`;
  if (whole) {
    await ended(hub, mallory, end);
    return leftOf(hub, medium, mallory);
  }
  const line = await hub.line();
  const head = { ...headersOf(mallory, medium.length, { from: 2000, to: medium.length }) };
  const lines = Object.entries({ ...head, 'content-length': medium.length - 2000 });
  line.write(`PUT /media/${hashOf(medium)} HTTP/1.1\r\nhost: 127.0.0.1:${hub.port}\r\n`);
  line.write(`${lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n`);
  line.write(medium.subarray(2000, 3000));
  await hub.ask('/healthz');
  await ended(hub, mallory, end);
  line.write(medium.subarray(3000));
  const { status } = await line.answer();
  if (![0, 401, 403].includes(status)) return `it was answered with ${status}`;
  return leftOf(hub, medium, mallory);
}

/** Many at once, so that the end falls between any two steps of some of them. */
async function many(at: Target, end: End): Promise<string | null> {
  const hub = await at.shared();
  const mallory = await hub.join('member', 'Mallory');
  const media = Array.from({ length: 24 }, () => jpeg(60_000));
  const sending = media.map((medium) =>
    sent(hub, mallory, medium, { from: 0, to: medium.length }).catch(() => null),
  );
  await Promise.race(sending);
  const ending = ended(hub, mallory, end);
  const answers = await Promise.all(sending);
  await ending;
  for (const [n, medium] of media.entries()) {
    const left = leftOf(hub, medium, mallory);
    // Whoever is only removed leaves what was whole before; nothing of who is erased stays.
    if (left && (end === 'erase' || answers[n]?.status !== 200)) return left;
  }
  return null;
}

const ENDS = { 'member.remove': 'removed', erase: 'erased', viewer: 'made a viewer' } as const;

export const staleUploads: readonly Attack[] = (Object.keys(ENDS) as End[]).flatMap((end) => [
  {
    area: 'rights',
    name: `an upload goes on while its sender is ${ENDS[end]}`,
    run: (at: Target) => cut(at, end, false),
  },
  {
    area: 'rights',
    name: `half a medium is left by somebody who is ${ENDS[end]}`,
    run: (at: Target) => cut(at, end, true),
  },
  {
    area: 'rights',
    name: `24 uploads at the moment at which their sender is ${ENDS[end]}`,
    run: (at: Target) => many(at, end),
  },
]);
