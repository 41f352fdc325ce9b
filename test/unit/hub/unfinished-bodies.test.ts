import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RawLine } from '../../attack/line.ts';
import { until } from '../../attack/until.ts';
import { TeamHub } from './team.ts';

let team: TeamHub;
beforeEach(async () => {
  team = await TeamHub.withAdmin();
});
afterEach(() => team.close());

const body = (bytes: number) => JSON.stringify({ invite: 'x', pad: 'z'.repeat(bytes) });
const begin = async (path: string, bytes: number, { token = '', headers = {} } = {}) => {
  const line = await RawLine.open(team.hub.port, {});
  const all = { ...headers, ...(token && { authorization: `Bearer ${token}` }) };
  const text = body(bytes);
  const host = `127.0.0.1:${team.hub.port}`;
  line.begin({
    method: 'POST',
    path,
    host,
    headers: all,
    body: text,
    sent: text.length - 5,
  });
  return line;
};

/** A body that says how long it is, and does not come. */
const large = async (token: string) => {
  const line = await RawLine.open(team.hub.port, {});
  const head = `POST /api/do HTTP/1.1\r\nHost: 127.0.0.1:${team.hub.port}\r\nAuthorization: Bearer ${token}`;
  line.write(`${head}\r\nContent-Length: ${250 << 10}\r\n\r\n`);
  return line;
};

describe('a body on its way', () => {
  it.each(['/api/join/look', '/api/join', '/api/session', '/api/do', '/api/nothing'])(
    'of somebody without a token is a few lines: %s',
    async (path) => {
      const line = await begin(path, 255 << 10);
      expect((await line.answer()).status).toBe(413);
    },
  );

  it('is so too where it does not say how long it is', async () => {
    const line = await RawLine.open(team.hub.port, {});
    const head = `POST /api/do HTTP/1.1\r\nHost: 127.0.0.1:${team.hub.port}\r\nTransfer-Encoding: chunked\r\n\r\n`;
    line.write(`${head}8000\r\n${'z'.repeat(0x8000)}\r\n`);
    expect((await line.answer()).status).toBe(413);
  });

  it('of a device is a whole command, and of one whose token is over a reason to sign in again', async () => {
    const whole = await begin('/api/do', 100 << 10, { token: team.token });
    expect((await whole.rest()).status).toBe(400);
    const over = await begin('/api/do', 100 << 10, { token: 'x'.repeat(43) });
    expect((await over.answer()).status).toBe(401);
  });

  it('gives way where devices together have too much on its way, whoever sends most first', async () => {
    const bob = await team.join('member', 'Bob');
    const fine = await begin('/api/do', 1000, { token: bob.token });
    const lines: RawLine[] = [];
    // A device has no more than 64 connections at once: two devices.
    for (let n = 0; n < 60; n += 1) lines.push(await large(team.token));
    expect(fine.closed || lines.some(({ closed }) => closed)).toBe(false);
    for (let n = 0; n < 5; n += 1) {
      const eve = await team.join('member', `Eve ${n}`);
      for (let at = 0; at < 60; at += 1) lines.push(await large(eve.token));
    }
    await until(() => lines.some(({ closed }) => closed), 'that one gives way', 5000);
    expect((await fine.rest()).status).toBe(400);
    for (const line of [fine, ...lines]) line.socket.destroy();
  });
});
