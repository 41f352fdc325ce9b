import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { monthOf } from '../../../src/workspace/room.ts';
import { CHROME, get, LinkHub } from './link-hub.ts';

let hub: LinkHub;
const slow: Socket[] = [];
beforeEach(async () => {
  hub = await LinkHub.open();
  hub.team.set = { behindProxy: true };
  await hub.restart();
});
afterEach(async () => {
  for (const socket of slow.splice(0)) socket.destroy();
  await hub.close();
});

const from = (address: string, path = `/${hub.link.id}`) =>
  get(hub.team, path, { 'user-agent': CHROME, 'x-forwarded-for': address });

/** How long an edit takes to be seen by a colleague, ms. */
async function edit(value: number): Promise<number> {
  const room = `library/${monthOf(hub.team.now)}`;
  const writer = await hub.team.open(hub.bob.identity, room);
  const admin = hub.team.admin?.identity;
  if (!admin) throw new Error('there is no admin');
  const reader = await hub.team.open(admin, room);
  const seen = new Promise((resolve) => reader.doc.once('update', resolve));
  const began = performance.now();
  writer.doc.getMap('items').set(`flood-${value}`, { value });
  await seen;
  const took = performance.now() - began;
  hub.team.closeDevices();
  return took;
}

describe('a flood of links', () => {
  it('from one address is turned away after thousands, and others are answered', {
    timeout: 60_000,
  }, async () => {
    const statuses = new Map<number, number>();
    for (let part = 0; part < 60; part += 1) {
      const answers = await Promise.all(Array.from({ length: 100 }, () => from('198.51.100.7')));
      for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect(statuses.get(302)).toBe(5000);
    expect(statuses.get(429)).toBe(1000);
    expect((await from('203.0.113.9')).status).toBe(302);
    // The address of a network is one visitor’s, however many of its addresses they take.
    expect((await from('198.51.100.8')).status).toBe(302);
  });

  it('of one link from many addresses is recorded to the last, and sync goes on beside it', {
    timeout: 60_000,
  }, async () => {
    const flood = Promise.all(Array.from({ length: 3000 }, (_, n) => from(`10.${n >> 8}.${n & 255}.1`)));
    const took = await edit(1);
    const answers = await flood;
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([302]));
    await hub.team.hub.hub.settled();
    const rows = await hub.team.hub.hub.db.selectFrom('linkday').select('sums').execute();
    const [hour] = Object.values(
      JSON.parse(rows[0]?.sums ?? '{}') as Record<string, { counts: { human: number } }>,
    );
    expect(hour?.counts.human).toBe(3000);
    // Its budget is measured by a bench; here it is that it is not held up.
    expect(took).toBeLessThan(3000);
  });

  it('by readers who never finish what they ask, nor read what they are told, holds nobody up', async () => {
    const open = (text: string) =>
      new Promise<void>((resolve, reject) => {
        const socket = connect(hub.team.hub.port, '127.0.0.1', () => {
          socket.write(text);
          socket.pause();
          resolve();
        });
        socket.on('error', reject);
        slow.push(socket);
      });
    const half = `GET /${hub.link.id} HTTP/1.1\r\nHost: 127.0.0.1:${hub.team.hub.port}\r\nUser-Agent: `;
    const whole = `${half}${CHROME}\r\n\r\n`;
    await Promise.all(Array.from({ length: 400 }, (_, n) => open(n % 2 ? half : whole.repeat(20))));
    expect((await from('203.0.113.9')).status).toBe(302);
    expect(await edit(2)).toBeLessThan(3000);
  });
});

describe('a ring of clickers', () => {
  it('within one network counts as no more than an office does', { timeout: 30_000 }, async () => {
    for (let n = 1; n <= 60; n += 1)
      await get(hub.team, `/${hub.link.id}`, {
        'user-agent': `${CHROME} OPR/${n}.0.0.0`,
        'x-forwarded-for': `198.51.100.${n}`,
      });
    await hub.team.hub.hub.settled();
    const row = await hub.team.hub.hub.db.selectFrom('linkday').select('sums').executeTakeFirstOrThrow();
    const [hour] = Object.values(JSON.parse(row.sums) as Record<string, { counts: object }>);
    expect(hour?.counts).toEqual({ human: 20, duplicate: 40 });
  });
});
