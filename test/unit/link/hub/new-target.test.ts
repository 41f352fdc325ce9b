import { describe, expect, it } from 'vitest';
import { linkHub } from '../../../../src/link/hub/link-hub.ts';
import { newNonce } from '../../../../src/link/short.ts';
import { eventually } from '../../eventually.ts';
import { REFUSED } from '../click/spellings.ts';
import { Follows } from './follows.ts';
import { aLink } from './link-hub.ts';

const at = new Follows();
const { declare, get, leadsTo, bobs } = at;

describe('a new target', () => {
  it('is taken within the same scheme, host and port, and elsewhere is not', async () => {
    const { room, link } = await bobs();
    await declare(room, { ...link, target: 'https://SHOP.example:443/new' });
    await eventually(async () => expect(await leadsTo(`/${link.id}`)).toBe('https://shop.example/new'));
    const elsewhere = [
      'https://evil.example/',
      'https://shop.example.evil.example/',
      'https://www.shop.example/new',
      'https://sub.shop.example/',
      'https://shop.example:8443/',
      'http://shop.example/',
      'http://shop.example:443/',
      'https://shop.example./',
    ];
    for (const target of elsewhere) await declare(room, { ...link, target });
    await at.team.hub.hub.settled();
    expect(await leadsTo(`/${link.id}`)).toBe('https://shop.example/new');
  });

  it('elsewhere waits for a manager’s yes to that very target, and what needs none holds at once', async () => {
    const { room, link, bob } = await bobs();
    const before = await leadsTo(`/${link.id}`);
    const wanted = { ...link, target: 'https://other.example/new', title: 'Renamed' };
    await declare(room, wanted);
    await at.team.hub.hub.settled();
    expect(await leadsTo(`/${link.id}`)).toBe(before);
    expect(at.team.hub.hub.service(linkHub).links.get(link.id)?.link.title).toBe('Renamed');
    const asked = { link: link.id, member: bob.identity.joined.member, title: 'Renamed' };
    const waiting = { asked: [{ ...asked, from: link.target, to: wanted.target }] };
    expect(await at.team.ask('/api/links/asked', {})).toEqual(waiting);
    expect(await at.team.ask('/api/links/asked', {}, bob.token)).toEqual({ refused: 'role' });
    const agree = { do: 'link.agree', link: link.id, target: wanted.target };
    expect(await at.team.ask('/api/do', agree, bob.token)).toEqual({ refused: 'role' });
    const other = { ...agree, target: 'https://evil.example/' };
    expect(await at.team.ask('/api/do', other)).toEqual({ refused: 'unknown' });
    // It waits over a restart too.
    await at.team.stop();
    await at.team.start();
    expect(await at.team.ask('/api/do', agree, await at.team.signedIn())).toEqual({ done: true });
    expect(await leadsTo(`/${link.id}`)).toBe(wanted.target);
    await at.team.stop();
    await at.team.start();
    expect(await leadsTo(`/${link.id}`)).toBe(wanted.target);
    expect(await at.team.ask('/api/links/asked', {}, await at.team.signedIn())).toEqual({ asked: [] });
  });

  it('that a manager declines is not requested again by a restart', async () => {
    const { room, link } = await bobs();
    const before = await leadsTo(`/${link.id}`);
    await declare(room, { ...link, target: 'https://other.example/new' });
    await at.team.hub.hub.settled();
    at.team.now += 1000;
    expect(await at.team.ask('/api/do', { do: 'link.decline', link: link.id })).toEqual({ done: true });
    await at.team.stop();
    await at.team.start();
    expect(await at.team.ask('/api/links/asked', {}, await at.team.signedIn())).toEqual({ asked: [] });
    expect(await leadsTo(`/${link.id}`)).toBe(before);
  });

  it('lies where the team lets links lead, now and after the team decides otherwise', async () => {
    const { room, link } = await bobs();
    const rules = { allow: [], block: ['shop.example'], labels: true, code: true, keepDays: 30 };
    expect(await at.team.ask('/api/do', { do: 'links.set', links: rules })).toEqual({ done: true });
    expect((await get(`/${link.id}`)).status).toBe(410);
    const blocked = await aLink({ target: 'https://sub.shop.example/' });
    await declare(room, blocked);
    await at.team.hub.hub.settled();
    expect(at.team.hub.hub.service(linkHub).links.get(blocked.id)).toBeUndefined();
    const allowed = { ...rules, block: [], allow: ['shop.example'] };
    expect(await at.team.ask('/api/do', { do: 'links.set', links: allowed })).toEqual({ done: true });
    expect((await get(`/${link.id}`)).status).toBe(302);
    const other = await aLink({ target: 'https://elsewhere.example/' });
    await declare(room, other);
    await at.team.hub.hub.settled();
    expect(at.team.hub.hub.service(linkHub).links.get(other.id)).toBeUndefined();
    const wrong = { ...rules, block: ['https://shop.example/'] };
    expect(await at.team.ask('/api/do', { do: 'links.set', links: wrong })).toEqual({ refused: 'form' });
  });

  it('is never one that leads where its reader does not see', async () => {
    const { room } = await bobs();
    const links = await Promise.all(
      [
        ...Object.entries(REFUSED),
        ['the hub itself', [`http://127.0.0.1:${at.team.hub.port}/${newNonce()}`]] as const,
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
    await at.team.answered(room);
    await at.team.hub.hub.settled();
    const known = links.filter(({ id }) => at.team.hub.hub.service(linkHub).links.get(id));
    expect(known.map(({ target }) => target)).toEqual([]);
  });
});
