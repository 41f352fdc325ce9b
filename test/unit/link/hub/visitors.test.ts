import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { linkHub } from '../../../../src/link/hub/link-hub.ts';
import { Visitors } from '../../../../src/link/hub/visitors.ts';
import { Follows } from './follows.ts';
import { CHROME } from './link-hub.ts';

const at = new Follows();
const { get, recorded, bobs } = at;

describe('what is stored of a visitor', () => {
  it('is no address, no agent and no path', async () => {
    const { link } = await bobs();
    await get(`/${link.id}`, {
      'user-agent': `${CHROME} Planted-agent/1`,
      referer: 'https://r.example/planted-path?planted',
    });
    await at.team.hub.hub.settled();
    for (const words of ['Planted-agent', 'planted-path', 'Windows NT', '"127.0.0.1"'])
      expect(at.team.holds(words)).toBe(false);
  });

  it('is nothing at all where they refuse tracking', async () => {
    const { link } = await bobs();
    await get(`/${link.id}`, { 'sec-gpc': '1', referer: 'https://r.example/' });
    await get(`/${link.id}`, { dnt: '1', referer: 'https://r.example/' });
    await get(`/${link.id}?nt=1`, { referer: 'https://r.example/' });
    await get(`/${link.id}?fbclid=x&nt=1`, { referer: 'https://r.example/' });
    expect(await recorded()).toHaveLength(4);
    for (const click of await recorded())
      expect(click).toMatchObject({ visitor: '', near: '', referrer: '', device: 'other', word: 'browser' });
  });

  it('is distinguished from others for a day, and from nobody after it', async () => {
    const { link } = await bobs();
    await get(`/${link.id}`);
    await get(`/${link.id}`);
    const salts = () => readdirSync(at.team.folder).filter((name) => name.startsWith('salt-'));
    const before = salts();
    at.team.now += 86_400_000;
    await get(`/${link.id}`);
    const [one, two, three] = (await recorded()).map(({ visitor }) => visitor);
    expect(one).toMatch(/^[\w-]{16}$/);
    expect(two).toBe(one);
    expect(three).not.toBe(one);
    expect([before.length, salts().length]).toEqual([1, 1]);
    expect(salts()).not.toEqual(before);
  });

  it('is distinguished from nobody once the day is over, though nobody comes', () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const folder = mkdtempSync(join(tmpdir(), 'musubi-salt-'));
    let now = Date.UTC(2026, 10, 29, 23, 59);
    const failed = vi.fn();
    const stop = new Visitors(folder, () => now).follow(failed);
    const before = readdirSync(folder);
    now += 120_000;
    vi.advanceTimersByTime(60_000);
    expect([before, readdirSync(folder)]).toEqual([['salt-20786'], ['salt-20787']]);
    rmSync(folder, { recursive: true });
    now += 86_400_000;
    vi.advanceTimersByTime(60_000);
    expect(failed).toHaveBeenCalledOnce();
    stop();
    vi.useRealTimers();
  });

  it('tells a member’s own click', async () => {
    const { bob, link } = await bobs();
    at.team.hub.hub.service(linkHub).visitors.note(bob.identity.joined.member, '127.0.0.1', CHROME);
    await get(`/${link.id}`);
    await get(`/${link.id}`, { 'user-agent': `${CHROME} Edg/142.0.0.0` });
    expect((await recorded()).map(({ own }) => own)).toEqual([true, false]);
  });

  it('tells a member’s own click by address, system and browser, whatever their versions', () => {
    const folder = mkdtempSync(join(tmpdir(), 'musubi-salt-'));
    let now = Date.UTC(2026, 10, 29, 12);
    const visitors = new Visitors(folder, () => now);
    const [windows, mac] = [CHROME, CHROME.replace('Windows NT 10.0; Win64; x64', 'Macintosh')];
    const isOwn = (address: string, agent: string) => visitors.isOf('bob', address, agent);
    visitors.note('bob', '2001:db8:1:2:aaaa::1', windows);
    visitors.note('bob', '203.0.113.9', windows);
    expect([
      // Another version, another address within one's own network.
      isOwn('203.0.113.9', windows.replace(/Chrome\/\d+/, 'Chrome/99')),
      isOwn('::ffff:203.0.113.9', windows),
      isOwn('2001:db8:1:2:bbbb::9', windows),
    ]).toEqual([true, true, true]);
    expect([
      // A colleague at another machine of the office, another browser, another network, another member.
      isOwn('203.0.113.9', mac),
      isOwn('203.0.113.9', `${windows} Edg/142.0.0.0`),
      isOwn('203.0.113.9', windows.replace('Chrome/', 'Firefox/')),
      isOwn('203.0.113.10', windows),
      isOwn('2001:db8:1:3::1', windows),
      visitors.isOf('ann', '203.0.113.9', windows),
    ]).toEqual([false, false, false, false, false, false]);
    now += 86_400_000;
    expect(isOwn('203.0.113.9', windows)).toBe(false);
    rmSync(folder, { recursive: true });
  });

  it('is the same after a restart, and no backup has its salt', async () => {
    const of = (visitors: Visitors) => visitors.of('192.0.2.7', CHROME, 'a', 'bob').visitor;
    const before = of(new Visitors(at.team.folder, () => at.team.now));
    expect(of(new Visitors(at.team.folder, () => at.team.now))).toBe(before);
    await at.team.ask('/api/backup', {});
    const salt = readdirSync(at.team.folder, { recursive: true }).filter((name) =>
      String(name).includes('salt-'),
    );
    expect(salt).toHaveLength(1);
  });
});
