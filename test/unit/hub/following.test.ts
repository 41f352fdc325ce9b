import { readdirSync, rmSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Click } from '../../../src/click/click.ts';
import type { SharedLink } from '../../../src/click/link.ts';
import { newNonce } from '../../../src/click/short.ts';
import { restore } from '../../../src/hub/backup/backup.ts';
import { ClickLog } from '../../../src/hub/links/click-log.ts';
import { prefixOf, Visitors } from '../../../src/hub/links/visitors.ts';
import type { Device, Identity } from '../../bench/device.ts';
import { REFUSED } from '../click/spellings.ts';
import { aLink, get as ask, CHROME, declare as declares, ownRoom, TARGET } from './link-hub.ts';
import { TeamHub } from './team.ts';

let team: TeamHub;
beforeEach(async () => {
  team = await TeamHub.withAdmin();
});
afterEach(() => team.close());

const own = (identity: Identity) => ownRoom(team, identity);
const declare = (room: Device, link: SharedLink) => declares(team, room, link);
const get = (path: string, headers: Readonly<Record<string, string>> = {}) => ask(team, path, headers);
const leadsTo = async (path: string) => (await get(path)).headers.location;

/** What the hub has on its disk. */
async function recorded(): Promise<readonly Click[]> {
  const log = await ClickLog.open(team.hub.hub.db, () => team.now);
  return (await log.after(0, 1000, (batch) => expect.fail(`batch ${batch}`))).clicks;
}

async function bobs(more: Partial<SharedLink> = {}) {
  const bob = await team.join('member', 'Bob');
  const room = await own(bob.identity);
  const link = await aLink(more);
  await declare(room, link);
  return { bob, room, link };
}

describe('a link', () => {
  it('leads to its target once the hub has its record, and the click is on the disk by then', async () => {
    const { link } = await bobs();
    const { status, headers, body } = await get(`/${link.id}`, { referer: 'https://t.example/secret-path' });
    expect([status, headers.location, headers['cache-control'], body]).toEqual([302, TARGET, 'no-store', '']);
    await get(`/${link.id}.q`, { 'user-agent': 'curl/8.15.0' });
    const [first, second] = await recorded();
    expect(first).toMatchObject({
      link: link.id,
      word: 'browser',
      qr: false,
      referrer: 't.example',
      own: false,
    });
    expect(first?.hour).toBe(Math.floor(team.now / 3_600_000));
    expect(second).toMatchObject({ link: link.id, word: 'tool', qr: true });
  });

  it('is waited for where its record is on its way', async () => {
    const bob = await team.join('member', 'Bob');
    const room = await own(bob.identity);
    const link = await aLink();
    const asked = get(`/${link.id}`);
    await declare(room, link);
    expect((await asked).headers.location).toBe(TARGET);
  });

  it('that nobody knows is said in the visitor’s language', { timeout: 15_000 }, async () => {
    const languages = ['ja', 'en-GB,en;q=0.9', 'zh-CN', 'fr'];
    const answers = await Promise.all(
      languages.map((language) => get('/AbCdEfGhIj0', { 'accept-language': language })),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(answers.map(({ body }) => /<html lang="([^"]+)"/.exec(body)?.[1])).toEqual([
      'ja',
      'en',
      'zh-CN',
      'en',
    ]);
    expect(answers[0]?.body).toContain('このリンクは見つかりません');
    expect(await recorded()).toEqual([]);
  });

  it('that was paused, or whose time is over, leads nowhere', async () => {
    const { room, link } = await bobs();
    await declare(room, { ...link, paused: true });
    expect([(await get(`/${link.id}`)).status, await leadsTo(`/${link.id}`)]).toEqual([410, undefined]);
    await declare(room, { ...link, until: team.now + 1000 });
    expect(await leadsTo(`/${link.id}`)).toBe(TARGET);
    team.now += 1000;
    expect((await get(`/${link.id}`)).status).toBe(410);
  });

  it('is there after a restart', async () => {
    const { link } = await bobs();
    team.closeDevices();
    await team.stop();
    await team.start();
    expect(await leadsTo(`/${link.id}`)).toBe(TARGET);
    await team.hub.hub.db.deleteFrom('link').execute();
    await team.stop();
    await team.start();
    expect(await leadsTo(`/${link.id}`)).toBe(TARGET);
  });

  it('whose row was damaged takes no other with it, nor the hub', { timeout: 15_000 }, async () => {
    const { room, link } = await bobs();
    const other = await aLink();
    await declare(room, other);
    team.closeDevices();
    const { db } = team.hub.hub;
    await db.updateTable('link').set({ record: '{"id":' }).where('id', '=', other.id).execute();
    await db.updateTable('version').set({ value: '{"id":' }).where('key', '=', other.id).execute();
    await team.stop();
    await team.start();
    expect(await leadsTo(`/${link.id}`)).toBe(TARGET);
    expect((await get(`/${other.id}`)).status).toBe(404);
  });

  it('is shown as a card to who draws cards, in which nothing runs', async () => {
    const { link } = await bobs({
      title: '"><script>alert(1)</script>',
      picture: 'https://p.example/"a.png',
    });
    const { status, headers, body } = await get(`/${link.id}`, { 'user-agent': 'Twitterbot/1.0' });
    expect([status, headers.location]).toEqual([200, undefined]);
    expect(body).not.toMatch(/<script|png" *a/);
    expect(body).toContain('&quot;&gt;&lt;script&gt;');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect((await recorded()).map(({ word }) => word)).toEqual(['preview']);
  });

  it('goes with who is erased', { timeout: 15_000 }, async () => {
    const { bob, link } = await bobs();
    team.closeDevices();
    await team.ask('/api/do', { do: 'erase', member: bob.identity.joined.member });
    expect((await get(`/${link.id}`)).status).toBe(404);
    expect(await team.hub.hub.db.selectFrom('link').selectAll().execute()).toEqual([]);
  });

  it('of who was erased is not brought back by a restore', { timeout: 15_000 }, async () => {
    const { bob, link } = await bobs();
    await get(`/${link.id}`);
    await team.hub.hub.settled();
    const { backup } = (await team.ask('/api/backup', {})) as { backup: string };
    team.closeDevices();
    await team.ask('/api/do', { do: 'erase', member: bob.identity.joined.member });
    await team.stop();
    for (const file of readdirSync(team.folder).filter((name) => /^(?:hub|lock)\.sqlite/.test(name)))
      rmSync(join(team.folder, file));
    restore(join(team.folder, 'backups', backup), team.folder);
    await team.start();
    expect((await get(`/${link.id}`)).status).toBe(404);
    for (const table of ['link', 'linkday', 'tally'] as const)
      expect(await team.hub.hub.db.selectFrom(table).selectAll().execute()).toEqual([]);
  });
});

describe('another’s link', () => {
  it('is not registered without the number that its id comes from', async () => {
    const [ann, bob] = [await team.join('member', 'Ann'), await team.join('member', 'Bob')];
    const link = await aLink();
    const squatting = await own(ann.identity);
    await declare(squatting, { ...link, nonce: newNonce(), target: 'https://evil.example/' });
    await declare(squatting, { ...(await aLink()), id: link.id, target: 'https://evil.example/' });
    await declare(await own(bob.identity), link);
    expect(await leadsTo(`/${link.id}`)).toBe(TARGET);
  });

  it('is not taken over by who learns it later', async () => {
    const { link } = await bobs();
    const eve = await team.join('member', 'Eve');
    await declare(await own(eve.identity), { ...link, target: 'https://shop.example/evil' });
    await team.hub.hub.settled();
    expect(await leadsTo(`/${link.id}`)).toBe(TARGET);
  });
});

describe('a new target', () => {
  it('is taken within the same host, and elsewhere is not', async () => {
    const { room, link } = await bobs();
    await declare(room, { ...link, target: 'https://www.shop.example/new' });
    await vi.waitFor(async () => expect(await leadsTo(`/${link.id}`)).toBe('https://www.shop.example/new'));
    await declare(room, { ...link, target: 'https://evil.example/' });
    await declare(room, { ...link, target: 'https://shop.example.evil.example/' });
    await team.hub.hub.settled();
    expect(await leadsTo(`/${link.id}`)).toBe('https://www.shop.example/new');
  });

  it('elsewhere waits for a manager’s yes to that very target, and what needs none holds at once', async () => {
    const { room, link, bob } = await bobs();
    const before = await leadsTo(`/${link.id}`);
    const wanted = { ...link, target: 'https://other.example/new', title: 'Renamed' };
    await declare(room, wanted);
    await team.hub.hub.settled();
    expect(await leadsTo(`/${link.id}`)).toBe(before);
    expect(team.hub.hub.linkOf(link.id)?.link.title).toBe('Renamed');
    const asked = { link: link.id, member: bob.identity.joined.member, title: 'Renamed' };
    const waiting = { asked: [{ ...asked, from: link.target, to: wanted.target }] };
    expect(await team.ask('/api/links/asked', {})).toEqual(waiting);
    expect(await team.ask('/api/links/asked', {}, bob.token)).toEqual({ refused: 'role' });
    const agree = { do: 'link.agree', link: link.id, target: wanted.target };
    expect(await team.ask('/api/do', agree, bob.token)).toEqual({ refused: 'role' });
    const other = { ...agree, target: 'https://evil.example/' };
    expect(await team.ask('/api/do', other)).toEqual({ refused: 'unknown' });
    // It waits over a restart too.
    await team.stop();
    await team.start();
    expect(await team.ask('/api/do', agree, await team.signedIn())).toEqual({ done: true });
    expect(await leadsTo(`/${link.id}`)).toBe(wanted.target);
    await team.stop();
    await team.start();
    expect(await leadsTo(`/${link.id}`)).toBe(wanted.target);
    expect(await team.ask('/api/links/asked', {}, await team.signedIn())).toEqual({ asked: [] });
  });

  it('that a manager declines is not asked for again by a restart', async () => {
    const { room, link } = await bobs();
    const before = await leadsTo(`/${link.id}`);
    await declare(room, { ...link, target: 'https://other.example/new' });
    await team.hub.hub.settled();
    team.now += 1000;
    expect(await team.ask('/api/do', { do: 'link.decline', link: link.id })).toEqual({ done: true });
    await team.stop();
    await team.start();
    expect(await team.ask('/api/links/asked', {}, await team.signedIn())).toEqual({ asked: [] });
    expect(await leadsTo(`/${link.id}`)).toBe(before);
  });

  it('lies where the team lets links lead, now and after the team decides otherwise', async () => {
    const { room, link } = await bobs();
    const rules = { allow: [], block: ['shop.example'], labels: true, code: true, keepDays: 30 };
    expect(await team.ask('/api/do', { do: 'links.set', links: rules })).toEqual({ done: true });
    expect((await get(`/${link.id}`)).status).toBe(410);
    const blocked = await aLink({ target: 'https://sub.shop.example/' });
    await declare(room, blocked);
    await team.hub.hub.settled();
    expect(team.hub.hub.linkOf(blocked.id)).toBeUndefined();
    const allowed = { ...rules, block: [], allow: ['shop.example'] };
    expect(await team.ask('/api/do', { do: 'links.set', links: allowed })).toEqual({ done: true });
    expect((await get(`/${link.id}`)).status).toBe(302);
    const other = await aLink({ target: 'https://elsewhere.example/' });
    await declare(room, other);
    await team.hub.hub.settled();
    expect(team.hub.hub.linkOf(other.id)).toBeUndefined();
    const wrong = { ...rules, block: ['https://shop.example/'] };
    expect(await team.ask('/api/do', { do: 'links.set', links: wrong })).toEqual({ refused: 'form' });
  });

  it('is never one that leads where its reader does not see', { timeout: 30_000 }, async () => {
    const { room } = await bobs();
    const links = await Promise.all(
      [
        ...Object.entries(REFUSED),
        ['the hub itself', [`http://127.0.0.1:${team.hub.port}/${newNonce()}`]] as const,
      ]
        .filter(([what, [first = '']]) => what !== 'the hub itself' || first.includes('127.0.0.1'))
        .flatMap(([, targets]) => targets)
        .filter((target) => target.length <= 2000)
        .map((target) => aLink({ target })),
    );
    room.doc.transact(() => {
      for (const link of links)
        room.doc.getMap('links').set(link.id, { ...link, target: link.target.toWellFormed() });
    });
    await team.answered(room);
    await team.hub.hub.settled();
    const known = links.filter(({ id }) => team.hub.hub.linkOf(id));
    expect(known.map(({ target }) => target)).toEqual([]);
  });
});

describe('a request that is bent', () => {
  it('leads nowhere but to what was registered', { timeout: 30_000 }, async () => {
    const { link } = await bobs();
    const { id } = link;
    const bent = [
      `//${id}`,
      `/${id}/`,
      `/${id}//evil.example`,
      `/${id}/https://evil.example`,
      `/${id}/../evil`,
      `/${id}/%2e%2e/evil`,
      `/${id}%2f%2fevil.example`,
      `/${id}@evil.example`,
      `/${id}:80`,
      `/${id};evil`,
      `/${id}%00`,
      `/${id}%0d%0aLocation:%20https://evil.example`,
      `/${id}.q.q`,
      `/${id}.Q`,
      `/./${id}`,
      `/../${id}`,
      `/%2f/${id}`,
      `/%5c${id}`,
      `/\\${id}`,
      `/${id}\\evil`,
      `/?${id}`,
      `/redirect?url=https://evil.example`,
      `/?url=https://evil.example`,
      `/r/${id}`,
      `//evil.example/${id}`,
      `///evil.example`,
      `/\\evil.example`,
      `/https://evil.example`,
      `/https:evil.example`,
      `/%68ttps://evil.example`,
      `/.evil.example`,
      `http://evil.example/${id}`,
      `https://evil.example/`,
      `evil.example/${id}`,
      `/app/..//evil.example`,
      `/app/%2e%2e//evil.example`,
      `/app//evil.example`,
      `/api//evil.example`,
      `/media//evil.example`,
      `/app/\\evil.example`,
    ];
    const kept = [
      `/${id}?url=https://evil.example`,
      `/${id}?https://evil.example`,
      `/${id}?next=//evil.example&target=evil`,
      `/${id}?%0d%0aLocation:https://evil.example`,
      `/${id}.q?x=y`,
    ];
    for (const path of bent) {
      const { status, headers } = await get(path).catch(() => ({
        status: 400,
        headers: {} as IncomingHttpHeaders,
      }));
      expect([path, headers.location ?? '/app/', status >= 300 && status < 500]).toEqual([
        path,
        '/app/',
        true,
      ]);
    }
    for (const path of kept) expect([path, await leadsTo(path)]).toEqual([path, TARGET]);
  });

  it('for ids that nobody knows, in a flood, is turned away, and those who know theirs are answered', {
    timeout: 30_000,
  }, async () => {
    const { link } = await bobs();
    const ids = await Promise.all(Array.from({ length: 600 }, async () => (await aLink()).id));
    let waiting = ids.length;
    const flood = ids.map(async (id) => {
      const { status } = await get(`/${id}`);
      waiting -= 1;
      return status;
    });
    // All but those that may be on their way are answered while these still wait.
    await vi.waitFor(() => expect(waiting).toBe(200), { timeout: 1900, interval: 20 });
    expect(await leadsTo(`/${link.id}`)).toBe(TARGET);
    expect(new Set(await Promise.all(flood))).toEqual(new Set([404]));
    expect(await recorded()).toHaveLength(1);
  });

  it('by another host’s name is not answered', async () => {
    const { link } = await bobs();
    for (const host of [
      'evil.example',
      `evil.example:${team.hub.port}`,
      `127.0.0.1:${team.hub.port}.evil.example`,
    ])
      expect([host, (await get(`/${link.id}`, { host })).headers.location]).toEqual([host, undefined]);
  });

  it('is counted for where it came from, whatever it says of that', async () => {
    const { link } = await bobs();
    for (const forged of ['1.2.3.4', '5.6.7.8, 9.9.9.9', '::1', 'x'])
      await get(`/${link.id}`, {
        'x-forwarded-for': forged,
        'x-real-ip': forged,
        forwarded: `for=${forged}`,
        'cf-connecting-ip': forged,
      });
    expect(new Set((await recorded()).map(({ visitor }) => visitor)).size).toBe(1);
  });
});

describe('what is kept of a visitor', () => {
  it('is no address, no agent and no path', async () => {
    const { link } = await bobs();
    await get(`/${link.id}`, {
      'user-agent': `${CHROME} Planted-agent/1`,
      referer: 'https://r.example/planted-path?planted',
    });
    await team.hub.hub.settled();
    for (const words of ['Planted-agent', 'planted-path', 'Windows NT', '"127.0.0.1"'])
      expect(team.holds(words)).toBe(false);
  });

  it('is nothing at all where they asked for that', async () => {
    const { link } = await bobs();
    await get(`/${link.id}`, { 'sec-gpc': '1', referer: 'https://r.example/' });
    await get(`/${link.id}`, { dnt: '1', referer: 'https://r.example/' });
    await get(`/${link.id}?nt=1`, { referer: 'https://r.example/' });
    await get(`/${link.id}?fbclid=x&nt=1`, { referer: 'https://r.example/' });
    expect(await recorded()).toHaveLength(4);
    for (const click of await recorded())
      expect(click).toMatchObject({ visitor: '', near: '', referrer: '', device: 'other', word: 'browser' });
  });

  it('is told from others for a day, and from nobody after it', async () => {
    const { link } = await bobs();
    await get(`/${link.id}`);
    await get(`/${link.id}`);
    const salts = () => readdirSync(team.folder).filter((name) => name.startsWith('salt-'));
    const before = salts();
    team.now += 86_400_000;
    await get(`/${link.id}`);
    const [one, two, three] = (await recorded()).map(({ visitor }) => visitor);
    expect(one).toMatch(/^[\w-]{16}$/);
    expect(two).toBe(one);
    expect(three).not.toBe(one);
    expect([before.length, salts().length]).toEqual([1, 1]);
    expect(salts()).not.toEqual(before);
  });

  it('tells a member’s own click', async () => {
    const { bob, link } = await bobs();
    team.hub.hub.visitors.note(bob.identity.joined.member, '127.0.0.1', CHROME);
    await get(`/${link.id}`);
    await get(`/${link.id}`, { 'user-agent': `${CHROME} Edg/142.0.0.0` });
    expect((await recorded()).map(({ own }) => own)).toEqual([true, false]);
  });

  it('is the same after a restart, and no backup has its salt', async () => {
    const of = (visitors: Visitors) => visitors.of('192.0.2.7', CHROME, 'a').visitor;
    const before = of(new Visitors(team.folder, () => team.now));
    expect(of(new Visitors(team.folder, () => team.now))).toBe(before);
    await team.ask('/api/backup', {});
    const salt = readdirSync(team.folder, { recursive: true }).filter((name) =>
      String(name).includes('salt-'),
    );
    expect(salt).toHaveLength(1);
  });
});

describe('an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7', '192.0.2'],
    ['::ffff:192.0.2.7', '192.0.2.7', '192.0.2'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2', '2001:db8:1'],
    ['2001:DB8:1:2::9', '2001:db8:1:2', '2001:db8:1'],
    ['2001:db8::1', '2001:db8:0:0', '2001:db8:0'],
    ['::1', '0:0:0:0', '0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0', 'fe80:0:0'],
    ['nonsense', '', ''],
    ['', '', ''],
  ])('%s is %s, near %s', (address, own, near) => {
    expect(prefixOf(address)).toEqual({ own, near });
  });
});
