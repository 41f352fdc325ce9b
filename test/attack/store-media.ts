import { createHash, randomBytes } from 'node:crypto';
import type { Attack, Target } from './attack.ts';
import type { HubUnderAttack } from './hub.ts';

/** A medium that the founder sends; its hash. */
export async function mediumSent(hub: HubUnderAttack, bytes: number): Promise<string> {
  const medium = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(bytes - 4)]);
  const hash = createHash('sha256').update(medium).digest('hex');
  const headers = {
    authorization: `Bearer ${hub.admin.token}`,
    'content-range': `bytes 0-${bytes - 1}/${bytes}`,
    'content-length': String(bytes),
  };
  const { status, body } = await hub.ask(`/media/${hash}`, { method: 'PUT', headers, body: medium });
  if (status !== 200) throw new Error(`the medium was answered with ${status} ${body}`);
  return hash;
}

/** Of a medium of 1,000 bytes: what is asked for, and the status with how much comes. */
const RANGES: readonly (readonly [string, number, number])[] = [
  ['bytes=0-0', 206, 1],
  ['bytes=999-', 206, 1],
  ['bytes=-5', 206, 5],
  ['bytes=1000-', 416, 0],
  ['bytes=-0', 416, 0],
  ['bytes=0-1,5-9', 200, 1000],
  ['bytes=99999999999999999999999-', 200, 1000],
];

async function ranges(at: Target): Promise<string | null> {
  const hub = await at.shared();
  const hash = await mediumSent(hub, 1000);
  for (const [range, status, bytes] of RANGES) {
    const answer = await hub.ask(`/media/${hash}`, {
      headers: { authorization: `Bearer ${hub.admin.token}`, range },
    });
    const length = Number(answer.headers['content-length'] ?? 0);
    if (answer.status !== status || length !== bytes)
      return `${range}: ${answer.status} with ${length} bytes`;
  }
  return null;
}

/** A first request is held; whoever sends the same medium again is not kept waiting by it. */
async function held(at: Target): Promise<string | null> {
  const hub = await at.shared();
  const medium = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(5000)]);
  const hash = createHash('sha256').update(medium).digest('hex');
  const head = (from: number) => ({
    authorization: `Bearer ${hub.admin.token}`,
    'content-range': `bytes ${from}-${medium.length - 1}/${medium.length}`,
    'content-length': String(medium.length - from),
  });
  const line = await hub.line();
  const lines = Object.entries({ host: `127.0.0.1:${hub.port}`, ...head(0) }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  line.write(`PUT /media/${hash} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  await hub.ask('/healthz');
  const asked = hub.ask(`/media/${hash}`, { method: 'PUT', headers: head(0), body: medium });
  const took = await hub.took(() => asked);
  const { status } = await asked;
  return status === 200 && took < 5000 ? null : `it was answered with ${status} after ${took.toFixed(0)} ms`;
}

export const mediaAttacks: readonly Attack[] = [
  { area: 'store', name: 'parts of a medium that are none', run: ranges },
  { area: 'store', name: 'a held upload stands before the same medium', run: held },
];
