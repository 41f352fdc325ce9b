import { describe, expect, it } from 'vitest';
import { USUAL_RULES } from '../../../../src/link/link-rules.ts';
import { namedIn, nameFault } from '../../../../src/link/name.ts';
import { Follows } from './follows.ts';
import { aLink } from './link-hub.ts';

const at = new Follows();
const everybody = { do: 'links.set', links: { ...USUAL_RULES, names: 'members' } };

describe('a name of a link', () => {
  it.each([
    ['autumn-sale', null],
    ['a1b', null],
    ['a-b-c', null],
    ['ab', 'form'],
    ['Autumn', 'form'],
    ['-autumn', 'form'],
    ['autumn-', 'form'],
    ['a--b', 'form'],
    ['秋の', 'form'],
    ['a.b', 'form'],
    ['a/b', 'form'],
    ['x'.repeat(41), 'form'],
    ['abcdefghij0', 'length'],
    ['app', 'reserved'],
    ['healthz', 'reserved'],
  ])('%j: %s', (name, fault) => {
    expect(nameFault(name)).toBe(fault);
  });

  it('is read from a path in any letters, with or without what proxies add', () => {
    expect(namedIn('/Autumn-Sale/?utm=1')).toEqual({ name: 'autumn-sale', qr: false });
    expect(namedIn('/autumn-sale.q')).toEqual({ name: 'autumn-sale', qr: true });
    for (const path of ['/', '/a', '/a/b', '/autumn-sale.q2', '/%61utumn', '/autumn sale'])
      expect([path, namedIn(path)]).toEqual([path, null]);
  });

  it('leads as the id does, counts for it, is one link’s alone, and stays over a restart', async () => {
    const { bob, room, link } = await at.bobs();
    await at.team.ask('/api/do', everybody);
    const name = (of: string, called: string, token = bob.token) =>
      at.team.ask('/api/do', { do: 'link.name', link: of, name: called }, token);
    expect(await name(link.id, 'autumn-sale')).toEqual({ done: true });
    const target = await at.leadsTo(`/${link.id}`);
    for (const path of ['/autumn-sale', '/AUTUMN-Sale/', '/autumn-sale.q'])
      expect([path, await at.leadsTo(path)]).toEqual([path, target]);
    expect((await at.recorded()).map((click) => [click.link, click.qr])).toContainEqual([link.id, true]);
    const { link: second } = await at.bobs();
    expect(await name(second.id, 'autumn-sale', (await at.team.join('member', 'Eve')).token)).toEqual({
      refused: 'unknown',
    });
    const news = await at.team.ask('/api/clicks', { since: 0, changed: 0 }, bob.token);
    expect(news).toMatchObject({ links: [{ id: link.id, name: 'autumn-sale' }] });
    // What its owner declares anew leaves the name as it is.
    await at.declare(room, { ...link, title: 'Renamed' });
    await at.team.stop();
    await at.team.start();
    expect(await at.leadsTo('/autumn-sale')).toBe(target);
  });

  it('is not taken twice, and is by rule of the team', async () => {
    const { bob, link } = await at.bobs();
    const ask = (name: string) => at.team.ask('/api/do', { do: 'link.name', link: link.id, name }, bob.token);
    expect(await ask('autumn-sale')).toEqual({ refused: 'name-rule' });
    await at.team.ask('/api/do', everybody);
    for (const name of ['app', 'Autumn', 'abcdefghij0', '../api', 'constructor-']) {
      expect([name, await ask(name)]).toEqual([name, { refused: 'form' }]);
    }
    expect(await ask('autumn-sale')).toEqual({ done: true });
    const { name } = await cleos();
    expect(await name('autumn-sale')).toEqual({ refused: 'name-taken' });
  });

  /** Another member with a link, and how she names it. */
  async function cleos() {
    const cleo = await at.team.join('member', 'Cleo');
    const link = await aLink({ target: 'https://shop.example/cleo' });
    await at.declare(await at.own(cleo.identity), link);
    const name = (called: string) =>
      at.team.ask('/api/do', { do: 'link.name', link: link.id, name: called }, cleo.token);
    return { name, token: cleo.token };
  }
  const free = (name: string, token?: string) => at.team.ask('/api/do', { do: 'link.free', name }, token);

  it('that its owner drops leads where it led, and is its owner’s until an admin frees it', async () => {
    const { bob, link } = await at.bobs();
    await at.team.ask('/api/do', everybody);
    const ask = (name: string) => at.team.ask('/api/do', { do: 'link.name', link: link.id, name }, bob.token);
    const target = await at.leadsTo(`/${link.id}`);
    for (const name of ['autumn-sale', 'winter-sale', '']) expect(await ask(name)).toEqual({ done: true });
    await at.team.stop();
    await at.team.start();
    const renewed = await at.team.signedIn();
    for (const former of ['/autumn-sale', '/winter-sale.q'])
      expect([former, await at.leadsTo(former)]).toEqual([former, target]);
    if (at.team.admin) at.team.admin.token = renewed;
    const { name, token } = await cleos();
    expect(await name('autumn-sale')).toEqual({ refused: 'name-taken' });
    expect(await free('autumn-sale', token)).toEqual({ refused: 'role' });
    expect(await free('nobodys')).toEqual({ refused: 'unknown' });
    expect(await free('autumn-sale')).toEqual({ done: true });
    expect((await at.get('/autumn-sale')).status).toBe(404);
    expect(await name('autumn-sale')).toEqual({ done: true });
    expect(await at.leadsTo('/autumn-sale')).toBe('https://shop.example/cleo');
    expect(await free('autumn-sale')).toEqual({ refused: 'unknown' });
  });

  it('of who was erased is nobody’s, unreadable, and taken only when it is freed', async () => {
    const { bob, link } = await at.bobs();
    await at.team.ask('/api/do', everybody);
    await at.team.ask('/api/do', { do: 'link.name', link: link.id, name: 'bob-of-kissa' }, bob.token);
    await at.team.ask('/api/do', { do: 'erase', member: bob.identity.joined.member });
    const rows = await at.team.hub.hub.services.db.selectFrom('linkname').selectAll().execute();
    expect(rows.map((row) => [row.link, row.name.length])).toEqual([['', 64]]);
    const { name } = await cleos();
    expect((await at.get('/bob-of-kissa')).status).toBe(404);
    expect(await name('bob-of-kissa')).toEqual({ refused: 'name-taken' });
    expect(await free('bob-of-kissa')).toEqual({ done: true });
    expect(await name('bob-of-kissa')).toEqual({ done: true });
  });
});
