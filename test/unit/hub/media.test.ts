import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Outgoing } from '../../../src/hub/outgoing/outgoing.ts';
import { fileSource } from '../../../src/hub/outgoing/sources.ts';
import { eventually } from '../eventually.ts';
import { TeamHub } from './team.ts';

let team: TeamHub;
let lines: Socket[];
beforeEach(async () => {
  lines = [];
  team = await TeamHub.withAdmin();
});
afterEach(async () => {
  for (const line of lines) line.destroy();
  await team.close();
});

const png = (bytes: number) =>
  Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(bytes - 8)]);
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const at = (hash: string) => `http://127.0.0.1:${team.hub.port}/media/${hash}`;
const halves = () => readdirSync(join(team.folder, 'media', 'half'));

async function put(medium: Buffer, from: number, to: number, token = team.token): Promise<unknown> {
  const range = `bytes ${from}-${to - 1}/${medium.byteLength}`;
  const headers = { authorization: `Bearer ${token}`, 'content-range': range };
  const body = new Uint8Array(medium.subarray(from, to));
  return (await fetch(at(hashOf(medium)), { method: 'PUT', headers, body })).json();
}

async function brought(bytes: number): Promise<Buffer> {
  const medium = png(bytes);
  expect(await put(medium, 0, bytes)).toEqual({ bytes, whole: true });
  return medium;
}

const get = (medium: Buffer, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(at(hashOf(medium)), { method, headers: { authorization: `Bearer ${team.token}`, ...headers } });

/** A request whose body begins with these bytes, and of which no more comes. */
function begun(medium: Buffer, from: number, sent: number): Socket {
  const { port } = team.hub;
  const line = connect(port, '127.0.0.1');
  lines.push(line);
  line.on('error', () => undefined);
  const { byteLength } = medium;
  line.write(
    `PUT /media/${hashOf(medium)} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: Bearer ${team.token}\r\ncontent-range: bytes ${from}-${byteLength - 1}/${byteLength}\r\ncontent-length: ${byteLength - from}\r\n\r\n`,
  );
  line.write(medium.subarray(from, from + sent));
  return line;
}

const there = async (medium: Buffer): Promise<number> => {
  const range = (await get(medium, {}, 'HEAD')).headers.get('range');
  return Number(/^bytes=0-(\d+)$/.exec(range ?? '')?.[1]);
};

describe('a part of a medium', () => {
  it('is sent with what it is a part of, and the whole with its length', async () => {
    const medium = await brought(300_000);
    const whole = await get(medium);
    expect([whole.status, whole.headers.get('content-length'), whole.headers.get('accept-ranges')]).toEqual([
      200,
      '300000',
      'bytes',
    ]);
    expect(Buffer.from(await whole.arrayBuffer()).equals(medium)).toBe(true);
    const part = await get(medium, { range: 'bytes=100-200099' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 100-200099/300000']);
    expect(Buffer.from(await part.arrayBuffer()).equals(medium.subarray(100, 200_100))).toBe(true);
    const outside = await get(medium, { range: 'bytes=300000-' });
    expect([outside.status, outside.headers.get('content-range')]).toEqual([416, 'bytes */300000']);
    const etag = whole.headers.get('etag') ?? '';
    expect((await get(medium, { 'if-none-match': etag })).status).toBe(304);
    expect((await get(medium, { range: 'bytes=0-1', 'if-range': etag })).status).toBe(206);
    expect((await get(medium, { range: 'bytes=0-1', 'if-range': '"another"' })).status).toBe(200);
    const head = await get(medium, {}, 'HEAD');
    expect([head.status, head.headers.get('content-length'), head.headers.get('content-type')]).toEqual([
      200,
      '300000',
      'image/png',
    ]);
  });
});

describe('sending a medium', () => {
  it('keeps what came before its line broke, to go on from', async () => {
    const medium = png(500_000);
    const line = begun(medium, 0, 200_000);
    await eventually(async () => expect(await there(medium)).toBe(200_000));
    line.destroy();
    await eventually(async () =>
      expect(await put(medium, 200_000, 500_000)).toEqual({ bytes: 500_000, whole: true }),
    );
    expect(Buffer.from(await (await get(medium)).arrayBuffer()).equals(medium)).toBe(true);
  });

  it('anew gives up the request of before, though its line is still open', async () => {
    const medium = png(100_000);
    begun(medium, 0, 20_000);
    await eventually(async () => expect(await there(medium)).toBe(20_000));
    expect(await put(medium, 20_000, 100_000)).toEqual({ bytes: 100_000, whole: true });
  });

  it('of nine at once goes on with the newest eight', async () => {
    const media = Array.from({ length: 9 }, () => png(1000));
    for (const medium of media) {
      team.now += 1000;
      begun(medium, 0, 500);
      await eventually(async () => expect(await there(medium)).toBe(500));
    }
    expect(halves()).toHaveLength(8);
    expect(await there(media[0] ?? png(8))).toBe(0);
  });

  it('takes a first part in crumbs, and none that is no medium', async () => {
    const medium = png(40);
    const line = begun(medium, 0, 3);
    for (let n = 3; n < 40; n += 1) line.write(medium.subarray(n, n + 1));
    await eventually(async () => expect((await get(medium)).status).toBe(200));
    const page = Buffer.from('<!doctype html><script>1</script>');
    expect(await put(page, 0, 20)).toEqual({ refused: 'media-type' });
    expect(halves()).toEqual([]);
  });

  it('again is possible where its file is gone', async () => {
    const medium = await brought(1000);
    rmSync(join(team.folder, 'media', hashOf(medium)));
    expect((await get(medium)).status).toBe(404);
    expect(await put(medium, 0, 1000)).toEqual({ bytes: 1000, whole: true });
    expect((await get(medium)).status).toBe(200);
  });
});

/** A part of a file on its way to a member's device. */
async function reading(
  outgoing: Outgoing,
  path: string,
  last: number,
  by: { member: string; device: number },
) {
  const file = await fileSource(path, { first: 0, last });
  return file && outgoing.stream(file, { ...by, roles: ['member'] });
}

describe('readers', () => {
  it('who take nothing are let go, and so is who was removed', async () => {
    const path = join(team.folder, 'large');
    writeFileSync(path, Buffer.alloc(1 << 20));
    const outgoing = new Outgoing({ stalledMs: 50 });
    const last = (1 << 20) - 1;
    const [slow, removed] = [
      await reading(outgoing, path, last, { member: 'a', device: 1 }),
      await reading(outgoing, path, last, { member: 'b', device: 2 }),
    ];
    const [reader, other] = [slow?.getReader(), removed?.getReader()];
    await reader?.read();
    outgoing.follow(2, null);
    await expect(other?.read()).rejects.toThrow('removed');
    await expect(reader?.closed).rejects.toThrow('nobody takes it');
  });

  it('hold forty-eight files of a member open and no more, and close them', async () => {
    const path = join(team.folder, 'large');
    writeFileSync(path, Buffer.alloc(1 << 20));
    const outgoing = new Outgoing();
    const open = () => reading(outgoing, path, 9, { member: 'a', device: 1 });
    const streams = await Promise.all(Array.from({ length: 48 }, open));
    expect([outgoing.isBusy('a'), outgoing.isBusy('b')]).toEqual([true, false]);
    await streams[0]?.cancel();
    const bytes = await new Response(streams[1]).arrayBuffer();
    expect([bytes.byteLength, outgoing.isBusy('a')]).toEqual([10, false]);
    outgoing.follow(1, null);
  });

  it('of a medium are cut off when they are removed', async () => {
    const medium = await brought(8 << 20);
    const bob = await team.join('member', 'Bob');
    const asked = request({
      port: team.hub.port,
      path: `/media/${hashOf(medium)}`,
      headers: { authorization: `Bearer ${bob.token}` },
    });
    const cut = new Promise<number>((resolve) => {
      asked.on('response', (response) => {
        let bytes = 0;
        response.once('readable', async () => {
          await team.ask('/api/do', { do: 'member.remove', member: bob.identity.joined.member });
          response.on('data', (chunk: Buffer) => {
            bytes += chunk.byteLength;
          });
        });
        response.on('close', () => resolve(bytes)).on('error', () => undefined);
      });
    });
    asked.on('error', () => undefined).end();
    expect(await cut).toBeLessThan(8 << 20);
  });
});
