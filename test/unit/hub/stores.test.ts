import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { joinedAs } from '../../../src/hub/people/join.ts';
import { ClicksResponse, HourResponse } from '../../../src/link/hub-api.ts';
import { AdminView, History } from '../../../src/team/hub-api.ts';
import { post, tokenOf } from '../../bench/device.ts';
import { get } from '../link/hub/link-hub.ts';
import type { Facts } from './stores/facts.ts';
import { personOf, unpacked } from './stores/opened.ts';
import { TeamHub } from './team.ts';

const COMMITS = ['62defd9', '3e84a4a', '2488740', '8b0eb50', 'ee50dc1'];

let team: TeamHub;
beforeEach(() => {
  team = new TeamHub();
});
afterEach(() => team.close());

async function opened(commit: string): Promise<Facts> {
  const facts = unpacked(commit, team.folder);
  team.now = facts.now + 60_000;
  await team.start();
  return facts;
}

const tokenFor = (facts: Facts, name: string) => tokenOf(team.hub.port, personOf(facts, name));
const ask = (path: string, body: unknown, token: string) => post(team.hub.port, path, body, token);

describe.each(COMMITS)('a store of commit %s', (commit) => {
  it('has its people, by the keys of their devices, and who was removed stays so', async () => {
    const facts = await opened(commit);
    const hub = team.hub.hub.services;
    expect([hub.id, hub.epoch]).toEqual([facts.hub, facts.epoch]);
    expect(hub.team.shown).toEqual(facts.team);
    for (const { name, role, joined } of facts.people) {
      expect(hub.people.member(joined.member)).toMatchObject({ name, role, removed: null });
      expect(joinedAs(hub, joined.member, joined.device)).toEqual(joined);
      expect(await tokenFor(facts, name)).toMatch(/^[\w-]{43}$/);
    }
    expect(hub.people.whoOf(facts.removed.device)).toBeNull();
    const view = AdminView.parse(await ask('/api/admin', {}, await tokenFor(facts, 'Ann')));
    expect(view.members.map(({ name }) => name).toSorted()).toEqual(['Ann', 'Bob', 'Cleo', 'Vi']);
  });

  it('has its rooms with their past, and takes new things', async () => {
    const facts = await opened(commit);
    const bob = personOf(facts, 'Bob');
    const room = 'library/2026-11';
    const device = await team.open(bob, room);
    expect(device.doc.getMap('items').toJSON()).toEqual(facts.items);
    expect(device.doc.getMap('comments').size).toBe(facts.comments);
    for (const [key, writers] of Object.entries(facts.versions)) {
      const asked = { room, root: 'items', key };
      const { versions } = History.parse(await ask('/api/history', asked, await tokenFor(facts, 'Vi')));
      expect(versions.map(({ member }) => member).toReversed()).toEqual(writers);
    }
    const board = await team.open(bob, 'board');
    expect(board.doc.getMap('announcements').toJSON()).toEqual({ welcome: { words: 'Welcome' } });
  });

  it('has its media', async () => {
    const facts = await opened(commit);
    const headers = { authorization: `Bearer ${await tokenFor(facts, 'Vi')}` };
    const answer = await fetch(`http://127.0.0.1:${team.hub.port}/media/${facts.medium}`, { headers });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await answer.arrayBuffer()).byteLength).toBe(3008);
  });

  it('has its links, which lead, and their clicks, counted', async () => {
    const facts = await opened(commit);
    const { leads, over } = facts.links;
    expect((await get(team, `/${leads.id}`)).headers.location).toBe(leads.to);
    expect((await get(team, `/${over}`)).status).toBe(410);
    await team.hub.hub.settled();
    const token = await tokenFor(facts, 'Bob');
    const news = ClicksResponse.parse(await ask('/api/clicks', { since: 0, changed: 0 }, token));
    expect(news.links.map(({ id }) => id).toSorted()).toEqual([leads.id, over].toSorted());
    const hours = new Map(news.days.flatMap(({ day, hours }) => inHours(day, hours)));
    // The one that was followed just now falls into the last hour.
    const last = facts.hours.at(-1)?.[0] ?? 0;
    for (const [hour, counts] of facts.hours) {
      const human = (counts.human ?? 0) + (hour === last ? 1 : 0);
      const known = human > 0 ? { ...counts, human } : undefined;
      expect(hours.get(hour), `hour ${hour}`).toEqual(known);
    }
    const detail = await ask('/api/clicks/hour', { link: leads.id, hour: facts.hours[0]?.[0] }, token);
    const all = Object.values(facts.hours[0]?.[1] ?? {}).reduce((sum, n) => sum + n, 0);
    expect(HourResponse.parse(detail).all).toBe(all);
  });

  it('is copied first, and opened again without another copy', async () => {
    await opened(commit);
    await team.stop();
    await team.start();
    const copies = readdirSync(join(team.folder, 'copies'));
    expect(copies).toEqual([expect.stringMatching(/^from-unnumbered-.*\.sqlite$/)]);
  });
});

const inHours = (day: number, hours: Readonly<Record<string, object>>) =>
  Object.entries(hours).map(([hour, counts]) => [day * 24 + Number(hour), counts] as const);
