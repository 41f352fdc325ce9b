import type { Reason } from '../../../src/archive/refusal.ts';
import { archiveOf, type Made, sha } from './zips.ts';

export interface Hostile {
  readonly what: string;
  readonly reason: Reason;
  readonly make: () => Uint8Array;
}

export const AT = 1_790_000_000_000;
const event = (part: object = {}) => ({
  id: 'event-0001',
  at: AT,
  day: Math.floor(AT / 86_400_000),
  type: 'prepared',
  site: 'x',
  place: 'x.com',
  channel: 'line',
  post: 'x:1',
  about: 'link-0001',
  title: '夕凪',
  undone: 0,
  ...part,
});
export const line = (part: object = {}) => JSON.stringify(event(part));
export const raw = (from: string, to: string, part: object = {}) => line(part).replace(from, to);
export const events = (...lines: string[]) => archiveOf({ tables: { events: lines } });
export const row = (what: string, part: object): Hostile => ({
  what,
  reason: 'row',
  make: () => events(line(part)),
});
export const changed = (change: (files: Made[]) => Made[]) =>
  archiveOf({ tables: { events: [line()] }, change });
export const manifest = (part: Record<string, unknown>) =>
  archiveOf({ tables: { events: [line()] }, manifest: part });
export const beside = (name: string, part: Partial<Made> = {}) =>
  archiveOf({ tables: { events: [line()] }, beside: [{ name, data: 'x', ...part }] });
export const named = (name: string, what = name): Hostile => ({
  what: `a file called ${what}`,
  reason: 'path',
  make: () => beside(name),
});

export const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
export const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
export const medium = (bytes: Uint8Array | string, part: object = {}, file: Partial<Made> = {}) => {
  const hash = sha(bytes);
  const name = `media/${hash}.png`;
  const row = JSON.stringify({ hash, type: 'image/png', bytes: name, at: AT, ...part });
  return archiveOf({ tables: { media: [row] }, files: [{ name, data: bytes, method: 0, ...file }] });
};
/** A capture, with what is odd about its post. */
export const capture = (read: object = {}) => {
  const post = {
    ...{ key: 'x:1', site: 'x', kind: 'post', url: 'https://x.com/a/status/1', title: '', text: '夕凪' },
    ...{
      author: { name: 'A', handle: '@a', url: '' },
      lang: 'ja',
      time: AT,
      links: [],
      media: [],
      counts: {},
    },
    ...{
      quotes: null,
      answers: null,
      capped: [],
      recipe: { id: 'x', version: 1 },
      status: 'full',
      missing: [],
    },
    ...read,
  };
  const row = {
    id: 'capture-01',
    post: 'x:1',
    at: AT,
    read: post,
    looks: [],
    pictures: [],
    tags: [],
    note: '',
  };
  const rest = { rights: 'unasked', event: 'event-0001', undone: 0 };
  return archiveOf({ tables: { captures: [JSON.stringify({ ...row, ...rest })] } });
};
export const badCapture = (what: string, read: object): Hostile => ({
  what,
  reason: 'row',
  make: () => capture(read),
});
export const good = () => events(line());
export const cutAt = (bytes: Buffer, share: number) => bytes.subarray(0, Math.floor(bytes.length * share));
export const flipped = (bytes: Buffer, at: number) => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
};
export const deep = (depth: number): object => (depth === 0 ? {} : { a: deep(depth - 1) });
