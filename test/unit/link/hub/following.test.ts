import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { linkHub } from '../../../../src/link/hub/link-hub.ts';
import { newNonce } from '../../../../src/link/short.ts';
import { restore } from '../../hub/store.ts';
import { Follows } from './follows.ts';
import { aLink, TARGET } from './link-hub.ts';

const at = new Follows();
const { own, declare, get, leadsTo, recorded, bobs } = at;

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
    expect(first?.hour).toBe(Math.floor(at.team.now / 3_600_000));
    expect(second).toMatchObject({ link: link.id, word: 'tool', qr: true });
  });

  it.each(['h2c', 'TLS/1.0', 'h2c, foo/2'])(
    'leads who offers to go on by %s, which nobody takes up',
    async (upgrade) => {
      const { link } = await bobs();
      const offer = { connection: 'Upgrade, HTTP2-Settings', upgrade, 'http2-settings': 'AAMAAABk' };
      const { status, headers } = await get(`/${link.id}`, offer);
      expect([status, headers.location]).toEqual([302, TARGET]);
      expect(await recorded()).toHaveLength(1);
    },
  );

  it('is waited for where its record is on its way', async () => {
    const bob = await at.team.join('member', 'Bob');
    const room = await own(bob.identity);
    const link = await aLink();
    const asked = get(`/${link.id}`);
    await declare(room, link);
    expect((await asked).headers.location).toBe(TARGET);
  });

  it('that nobody knows is answered in the visitor’s language', async () => {
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
    await declare(room, { ...link, until: at.team.now + 1000 });
    expect(await leadsTo(`/${link.id}`)).toBe(TARGET);
    at.team.now += 1000;
    expect((await get(`/${link.id}`)).status).toBe(410);
  });

  it('is there after a restart', async () => {
    const { link } = await bobs();
    at.team.closeDevices();
    await at.team.stop();
    await at.team.start();
    expect(await leadsTo(`/${link.id}`)).toBe(TARGET);
    await at.team.hub.hub.services.db.deleteFrom('link').execute();
    await at.team.stop();
    await at.team.start();
    expect(await leadsTo(`/${link.id}`)).toBe(TARGET);
  });

  it('whose row was damaged takes no other with it, nor the hub', async () => {
    const { room, link } = await bobs();
    const other = await aLink();
    await declare(room, other);
    // A link is registered behind the answer.
    await at.team.hub.hub.settled();
    at.team.closeDevices();
    const { db } = at.team.hub.hub.services;
    await db.updateTable('link').set({ record: '{"id":' }).where('id', '=', other.id).execute();
    await db.updateTable('version').set({ value: '{"id":' }).where('key', '=', other.id).execute();
    await at.team.stop();
    await at.team.start();
    expect(await leadsTo(`/${link.id}`)).toBe(TARGET);
    expect((await get(`/${other.id}`)).status).toBe(404);
  });

  it('counts for what it was made for, whatever is declared later', async () => {
    const { room, link } = await bobs({ campaign: 'autumn', item: 'item-1' });
    const moved = { channel: 'line', site: 'note', campaign: 'winter', item: 'item-2', at: 2 };
    await declare(room, { ...link, ...moved, title: 'Renamed', target: `${TARGET}&more` });
    await at.team.hub.hub.settled();
    expect(at.team.hub.hub.service(linkHub).links.get(link.id)?.link).toEqual({
      ...link,
      title: 'Renamed',
      target: `${TARGET}&more`,
    });
    await declare(room, { ...link, ...moved, target: 'https://other.example/' });
    await at.team.hub.hub.settled();
    expect(at.team.hub.hub.service(linkHub).links.get(link.id)?.pending).toEqual({
      ...link,
      target: 'https://other.example/',
    });
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

  it('goes with who is erased', async () => {
    const { bob, link } = await bobs();
    at.team.closeDevices();
    await at.team.ask('/api/do', { do: 'erase', member: bob.identity.joined.member });
    expect((await get(`/${link.id}`)).status).toBe(404);
    expect(await at.team.hub.hub.services.db.selectFrom('link').selectAll().execute()).toEqual([]);
  });

  it('of who is being erased is counted no more: a click in between leaves no row of theirs', async () => {
    const { bob, link } = await bobs();
    const { member } = bob.identity.joined;
    const { media, db } = at.team.hub.hub.services;
    const service = at.team.hub.hub.service(linkHub);
    const drop = media.dropPartialUploads.bind(media);
    const between = vi.spyOn(media, 'dropPartialUploads').mockImplementation(async (...args) => {
      const visit = {
        word: 'browser',
        visitor: 'v',
        near: 'n',
        referrer: '',
        device: 'phone',
        own: false,
      } as const;
      await service.record({ ...visit, link: link.id, qr: false });
      await service.counted();
      return drop(...args);
    });
    at.team.closeDevices();
    await at.team.ask('/api/do', { do: 'erase', member });
    await at.team.hub.hub.settled();
    expect(between).toHaveBeenCalled();
    for (const table of ['link', 'linkday', 'tally', 'figurechange'] as const)
      expect(await db.selectFrom(table).selectAll().where('member', '=', member).execute()).toEqual([]);
  });

  it('of who was erased is not brought back by a restore', async () => {
    const { bob, link } = await bobs();
    await get(`/${link.id}`);
    await at.team.hub.hub.settled();
    const { backup } = (await at.team.ask('/api/backup', {})) as { backup: string };
    at.team.closeDevices();
    await at.team.ask('/api/do', { do: 'erase', member: bob.identity.joined.member });
    await at.team.stop();
    for (const file of readdirSync(at.team.folder).filter((name) => /^(?:hub|lock)\.sqlite/.test(name)))
      rmSync(join(at.team.folder, file));
    restore(join(at.team.folder, 'backups', backup), at.team.folder);
    await at.team.start();
    expect((await get(`/${link.id}`)).status).toBe(404);
    for (const table of ['link', 'linkday', 'tally'] as const)
      expect(await at.team.hub.hub.services.db.selectFrom(table).selectAll().execute()).toEqual([]);
  });
});

describe('another’s link', () => {
  it('is not registered without the number that its id comes from', async () => {
    const [ann, bob] = [await at.team.join('member', 'Ann'), await at.team.join('member', 'Bob')];
    const link = await aLink();
    const squatting = await own(ann.identity);
    await declare(squatting, { ...link, nonce: newNonce(), target: 'https://evil.example/' });
    await declare(squatting, { ...(await aLink()), id: link.id, target: 'https://evil.example/' });
    await declare(await own(bob.identity), link);
    expect(await leadsTo(`/${link.id}`)).toBe(TARGET);
  });

  it('is not taken over by who learns it later', async () => {
    const { link } = await bobs();
    const eve = await at.team.join('member', 'Eve');
    await declare(await own(eve.identity), { ...link, target: 'https://shop.example/evil' });
    await at.team.hub.hub.settled();
    expect(await leadsTo(`/${link.id}`)).toBe(TARGET);
  });
});
