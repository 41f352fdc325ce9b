import { Agent } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { monthOf } from '../../../../src/workspace/room.ts';
import { CHROME, get, LinkHub } from './link-hub.ts';

let hub: LinkHub;
const slow: Socket[] = [];
/** As many lines as ask at a time: a new one for each request would be most of a flood's work, and here it is ours. */
let lines: Agent;
const AT_A_TIME = 50;
beforeEach(async () => {
  hub = await LinkHub.open();
  hub.team.set = { proxies: { hops: 1 } };
  await hub.restart();
  lines = new Agent({ keepAlive: true, maxSockets: AT_A_TIME });
});
afterEach(async () => {
  for (const socket of slow.splice(0)) socket.destroy();
  lines.destroy();
  await hub.close();
});

const from = (address: string, path = `/${hub.link.id}`) =>
  get(hub.team, path, { 'user-agent': CHROME, 'x-forwarded-for': address }, lines);

/** A member who edits and a colleague who sees it. */
async function editing(): Promise<(value: number) => Promise<void>> {
  const room = `library/${monthOf(hub.team.now)}`;
  const writer = await hub.team.open(hub.bob.identity, room);
  const admin = hub.team.admin?.identity;
  if (!admin) throw new Error('there is no admin');
  const reader = await hub.team.open(admin, room);
  return async (value) => {
    const seen = new Promise<void>((resolve) => reader.doc.once('update', () => resolve()));
    writer.doc.getMap('items').set(`flood-${value}`, { value });
    await seen;
  };
}

/** Asks for many, some at a time. */
async function many<Value>(n: number, ask: (n: number) => Promise<Value>): Promise<Value[]> {
  const all: Value[] = [];
  let next = 0;
  const asking = async () => {
    while (next < n) all.push(await ask(next++));
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, asking));
  return all;
}

describe('a flood of links', () => {
  it('from one address is turned away after thousands, and others are answered', async () => {
    const answers = await many(5200, () => from('198.51.100.7'));
    const of = (wanted: number) => answers.filter(({ status }) => status === wanted).length;
    expect([of(302), of(429)]).toEqual([5000, 200]);
    expect((await from('203.0.113.9')).status).toBe(302);
    // The address of a network is one visitor’s, however many of its addresses they take.
    expect((await from('198.51.100.8')).status).toBe(302);
  });

  it('of one link from many addresses is recorded to the last, and sync goes on beside it', async () => {
    const edit = await editing();
    let answered = 0;
    const flood = many(1500, async (n) => {
      const answer = await from(`10.${n >> 8}.${n & 255}.1`);
      answered += 1;
      return answer;
    });
    await edit(1);
    // Its budget is measured by a bench; here it is that it does not wait for the flood to be over.
    expect(answered).toBeLessThan(1000);
    expect(new Set((await flood).map(({ status }) => status))).toEqual(new Set([302]));
    await hub.team.hub.hub.settled();
    const rows = await hub.team.hub.hub.services.db.selectFrom('linkday').select('sums').execute();
    const [hour] = Object.values(
      JSON.parse(rows[0]?.sums ?? '{}') as Record<string, { counts: { human: number } }>,
    );
    expect(hour?.counts.human).toBe(1500);
  });

  it('by readers who never finish a request, nor read an answer, delays nobody', async () => {
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
    const edit = await editing();
    await Promise.all(Array.from({ length: 400 }, (_, n) => open(n % 2 ? half : whole.repeat(20))));
    expect((await from('203.0.113.9')).status).toBe(302);
    await edit(2);
    // Neither waits for them to be sent away: they are there yet.
    expect(slow.filter(({ closed }) => !closed).length).toBeGreaterThan(100);
  });
});

describe('a ring of clickers', () => {
  it('within one network counts as no more than an office does', async () => {
    for (let n = 1; n <= 60; n += 1)
      await get(hub.team, `/${hub.link.id}`, {
        'user-agent': `${CHROME} OPR/${n}.0.0.0`,
        'x-forwarded-for': `198.51.100.${n}`,
      });
    await hub.team.hub.hub.settled();
    const row = await hub.team.hub.hub.services.db
      .selectFrom('linkday')
      .select('sums')
      .executeTakeFirstOrThrow();
    const [hour] = Object.values(JSON.parse(row.sums) as Record<string, { counts: object }>);
    expect(hour?.counts).toEqual({ human: 20, duplicate: 40 });
  });
});
