import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { linkHub } from '../../../src/link/hub/link-hub.ts';
import { type ClicksResponse, HourResponse } from '../../../src/link/hub-api.ts';
import { monthOf } from '../../../src/workspace/room.ts';
import { aLink, LinkHub } from '../link/hub/link-hub.ts';
import { largestRead } from './largest-read.ts';

const HOUR = 3_600_000;
let hub: LinkHub;
beforeEach(async () => {
  hub = await LinkHub.open();
});
afterEach(() => hub.close());

const running = () => hub.team.hub.hub;

/** All parts of one's news, as a device asks for them. */
async function everyPart(token: string): Promise<ClicksResponse[]> {
  const parts: ClicksResponse[] = [];
  let [since, changed] = [0, 0];
  for (;;) {
    const part = (await hub.team.ask('/api/clicks', { since, changed }, token)) as ClicksResponse;
    parts.push(part);
    [since, changed] = [part.since, part.changed];
    if (!part.more) return parts;
  }
}

/** A link's day with many places, and so large as a row may be. */
const largeDay = (letters: string) => {
  const places = Array.from({ length: 40 }, (_, n) => [`${letters}${n}.${'x'.repeat(200)}.example`, 1]);
  const hour = {
    counts: { human: 40 },
    places: Object.fromEntries(places) as Record<string, number>,
    devices: {},
  };
  return JSON.stringify(Object.fromEntries(Array.from({ length: 24 }, (_, n) => [String(n), hour])));
};

describe('news of one’s links', () => {
  it('come in parts of bounded bytes, each day once', async () => {
    const { db } = running().services;
    const [link, member] = [hub.link.id, hub.bob.identity.joined.member];
    const sums = largeDay('a');
    for (let n = 0; n < 40; n += 1)
      await db
        .insertInto('linkday')
        .values({ day: n, link, member, seq: n + 1, sums })
        .execute();
    const read = largestRead();
    onTestFinished(read.end);
    const parts = await everyPart(hub.bob.token);
    expect(parts.flatMap(({ days }) => days.map(({ day }) => day))).toEqual([...Array(40).keys()]);
    expect(parts.length).toBeGreaterThan(5);
    expect(read.most()).toBeLessThan(2 << 20);
  });

  it('tell each of many links that were declared at one moment', async () => {
    const links = await Promise.all(Array.from({ length: 520 }, () => aLink()));
    const cy = await hub.team.join('member', 'Cy');
    const changes = links.map((link) => ({ root: 'links', key: link.id, value: link }));
    running().service(linkHub).links.declare(cy.identity.joined, changes, hub.team.now);
    await running().service(linkHub).links.settled();
    const parts = await everyPart(cy.token);
    const ids = parts.flatMap((part) => part.links.map(({ id }) => id));
    expect([ids.length, new Set(ids).size]).toEqual([520, 520]);
    expect(Math.max(...parts.map((part) => part.links.length))).toBeLessThanOrEqual(500);
  });

  it('give each row that is counted a number of its own', async () => {
    const { db } = running().services;
    const links = running().service(linkHub);
    await Promise.all(['a', 'b', 'c', 'd'].map((visitor) => links.record(aClick(visitor, 'tool'))));
    hub.team.now += 24 * HOUR;
    await links.record(aClick('e', 'tool'));
    await running().service(linkHub).settled();
    const rows = await db.selectFrom('linkday').select('seq').execute();
    expect(new Set(rows.map(({ seq }) => Number(seq))).size).toBe(rows.length);
    expect(rows.length).toBe(2);
  });
});

const aClick = (visitor: string, word: 'browser' | 'tool') => ({
  link: hub.link.id,
  word,
  visitor,
  near: '',
  referrer: 'example.com',
  device: 'desktop' as const,
  own: false,
  qr: false,
});

describe('a viral hour', () => {
  it('is answered by its first clicks and its sums, and not read to its end', async () => {
    const { db } = running().services;
    const hour = Math.floor(hub.team.now / HOUR);
    for (let batch = 1; batch <= 80; batch += 1) {
      const clicks = Array.from({ length: 100 }, (_, n) => ({
        ...aClick(`${batch}-${n}`, 'browser'),
        id: `${batch.toString(36).padStart(9, '0')}-${n.toString(36).padStart(2, '0')}`,
        hour,
      }));
      const row = { batch, hour, packed: JSON.stringify(clicks), links: hub.link.id };
      await db.insertInto('clicks').values(row).execute();
    }
    await hub.restart();
    await running().service(linkHub).settled();
    const read = largestRead();
    onTestFinished(read.end);
    const asked = { link: hub.link.id, hour };
    const said = HourResponse.parse(await hub.team.ask('/api/clicks/hour', asked, await hub.signedIn()));
    expect([said.all, said.clicks.length, said.counts]).toEqual([8000, 1000, { human: 8000 }]);
    expect(read.most()).toBeLessThan(600_000);
  });
});

describe('an erasure', () => {
  it('takes a long past away some rows at a time', async () => {
    const { db, erase } = {
      db: running().services.db,
      erase: () => running().services.members.erase(hub.bob.identity.joined.member),
    };
    const [room, member] = [`library/${monthOf(hub.team.now)}`, hub.bob.identity.joined.member];
    const shared = await hub.team.open(hub.bob.identity, room);
    shared.doc.getMap('items').set('their-own', { id: 'their-own', text: 'of Bob' });
    await hub.team.answered(shared);
    const admin = hub.team.admin?.identity.joined.member ?? '';
    const rows = Array.from({ length: 1500 }, (_, n) => ({
      room,
      seq: 100 + n,
      part: 0,
      root: 'items',
      key: `item-${n % 70}`,
      member: n < 70 ? admin : member,
      device: 1,
      at: n,
      value: JSON.stringify({ id: `item-${n % 70}`, text: `${n < 70 ? 'Ann' : 'Bob'} ${'x'.repeat(2000)}` }),
    }));
    for (let at = 0; at < rows.length; at += 100)
      await db
        .insertInto('version')
        .values(rows.slice(at, at + 100))
        .execute();
    const read = largestRead();
    onTestFinished(read.end);
    await erase();
    expect(read.most()).toBeLessThan(1 << 20);
    const left = await db
      .selectFrom('version')
      .select(['key', 'member', 'value'])
      .where('room', '=', room)
      .execute();
    expect(left).toHaveLength(70);
    expect(left.every((row) => row.member === admin && (row.value ?? '').includes('Ann'))).toBe(true);
  });
});
