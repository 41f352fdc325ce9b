import { beforeEach, describe, expect, it } from 'vitest';
import { editLink } from '../../../src/link/edit-link.ts';
import { addressOf, addressStart, nameLink } from '../../../src/link/name-link.ts';
import { publishedLinks, publishLinks, sharedLinkOf } from '../../../src/link/publish-links.ts';
import { type ShortLink, shortLinks } from '../../../src/link/tables.ts';
import { newestOfEach } from '../../../src/link/uncounted-link.ts';
import type { Team } from '../../../src/team/team.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { sent, sentId } from '../../../src/workspace/rooms/tables.ts';
import { readSetting } from '../../../src/workspace/setting.ts';
import { aLink } from '../../attack/link.ts';
import { memoryDiary } from '../workspace/memory-diary.ts';

const DAY = 86_400_000;
const AT = Date.UTC(2026, 10, 24);
const row = async (part: Partial<ShortLink> = {}): Promise<ShortLink> => {
  const link = await aLink({ at: AT });
  const own = {
    from: 'here',
    hub: 'h',
    address: `https://go.example/${link.id}`,
    share: 's',
    asked: '',
  } as const;
  return { ...link, ...own, changed: AT, ...part };
};

let diary: Workspace;
beforeEach(() => {
  diary = memoryDiary();
});
const stored = async (id: string) => diary.rows(shortLinks).get(id);

describe('the address of a link', () => {
  it('is that of its name, where it has one and it is its hub’s', () => {
    const link = { id: 'AbCdEfGhIj0', address: 'https://go.example/AbCdEfGhIj0' };
    expect(addressOf({ ...link, name: 'sale' })).toBe('https://go.example/sale');
    expect([addressOf(link), addressOf({ ...link, name: '' })]).toEqual([link.address, link.address]);
    const other = { ...link, address: 'https://bit.ly/3xYz', name: 'sale' };
    expect(addressOf(other)).toBe(other.address);
    expect(addressOf({ ...link, address: 'https://go.example/-AbCdEfGhIj0', name: 'sale' })).toContain(
      '-AbC',
    );
  });

  it('begins with what stands before its name', () => {
    const link = { id: 'AbCdEfGhIj0', address: 'https://go.example/AbCdEfGhIj0' };
    expect(addressStart(link)).toBe('go.example/');
    expect(addressStart({ ...link, address: 'http://localhost:1/AbCdEfGhIj0' })).toBe('localhost:1/');
  });
});

describe('naming a link', () => {
  const commands: unknown[] = [];
  const teamThat = (answer: unknown) =>
    ({ command: async (form: unknown) => commands.push(form) && answer }) as unknown as Team;

  it('asks its hub, and stores the name once that has it', async () => {
    const link = await row();
    await diary.put(shortLinks, link);
    commands.length = 0;
    expect(await nameLink(diary, teamThat({ ok: true }), link.id, ' Autumn-Sale ')).toBeNull();
    expect(commands).toEqual([{ do: 'link.name', link: link.id, name: 'autumn-sale' }]);
    expect(await stored(link.id)).toEqual({ ...link, name: 'autumn-sale' });
    expect(await nameLink(diary, teamThat({ ok: true }), link.id, ' ')).toBeNull();
    expect((await stored(link.id))?.name).toBe('');
  });

  it('asks for nothing that is no name, and stores none that the hub refuses', async () => {
    const link = await row();
    await diary.put(shortLinks, link);
    commands.length = 0;
    expect(await nameLink(diary, teamThat({ ok: true }), link.id, 'a b')).toBe('name-form');
    expect(await nameLink(diary, teamThat({ ok: true }), link.id, 'app')).toBe('name-reserved');
    expect(commands).toEqual([]);
    expect(await nameLink(diary, teamThat({ ok: false, reason: 'name-taken' }), link.id, 'sale')).toBe(
      'name-taken',
    );
    expect(await stored(link.id)).toEqual(link);
  });

  it('of a link that is not here any more is done at its hub alone', async () => {
    expect(await nameLink(diary, teamThat({ ok: true }), 'AbCdEfGhIj0', 'sale')).toBeNull();
    expect(await stored('AbCdEfGhIj0')).toBeUndefined();
  });
});

describe('changing a link', () => {
  it('takes back the target that waits where there is another, and leaves it otherwise', async () => {
    const link = await row({ asked: 'https://wanted.example/' });
    await diary.put(shortLinks, link);
    expect(await editLink(diary, link.id, { title: 'Other' }, AT + 1)).toBeNull();
    expect(await stored(link.id)).toEqual({ ...link, title: 'Other', changed: AT + 1 });
    expect(await editLink(diary, link.id, { target: 'https://new.example/' }, AT + 2)).toBeNull();
    const changed = { title: 'Other', target: 'https://new.example/', asked: '', changed: AT + 2 };
    expect(await stored(link.id)).toEqual({ ...link, ...changed });
  });

  it('leads nowhere that a link may not, and is of a link that is there', async () => {
    const link = await row();
    await diary.put(shortLinks, link);
    expect(await editLink(diary, link.id, { target: 'javascript:alert(1)' }, AT + 1)).toBe('target');
    expect(await stored(link.id)).toEqual(link);
    expect(await editLink(diary, 'nobodys', { paused: true }, AT + 1)).toBe('gone');
  });
});

describe('a link as the hub is sent it', () => {
  it('has no share, and neither site nor material where the person leaves them out', async () => {
    const { changed, share, asked, address, hub, from, ...declared } = await row({ item: 'i', site: 'x' });
    const link = { changed, share, asked, address, hub, from, ...declared };
    expect(sharedLinkOf(link, [])).toEqual(declared);
    expect(sharedLinkOf(link, ['site'])).toEqual({ ...declared, site: '' });
    expect(sharedLinkOf(link, ['item'])).toEqual({ ...declared, item: '' });
  });

  it('leads where its owner wants it to, also while that waits', async () => {
    expect(sharedLinkOf(await row({ asked: 'https://wanted.example/' }), [])?.target).toBe(
      'https://wanted.example/',
    );
  });

  it('is none for a link of another shortener', async () => {
    expect(sharedLinkOf(await row({ id: '3xYz', nonce: '' }), [])).toBeNull();
  });
});

describe('sending links', () => {
  /** A team of hub `h` that takes what is sent; what it was sent, by room. */
  function teamOf(part: object = {}) {
    const taken: [room: string, id: string][] = [];
    const member = { hub: 'h', device: 7, member: 'ann', without: [], ...part };
    const putAll = async (room: string, root: string, items: readonly { key: string; value: unknown }[]) => {
      for (const { key, value } of items) {
        taken.push([room, key]);
        await diary.rows(sent).bulkPut([{ id: sentId(room, root, key), value }] as never);
      }
    };
    return { team: { member, rooms: { putAll } } as unknown as Team, taken };
  }
  const at = async () => (await readSetting(diary, publishedLinks)).at;

  it('sends each once, into the month in which it was made, and again where it changed', async () => {
    const { team, taken } = teamOf();
    const [one, two] = [await row(), await row({ at: AT - 30 * DAY, changed: AT + 5 })];
    await diary.rows(shortLinks).bulkPut([one, two]);
    await publishLinks(diary, team);
    expect(taken.toSorted()).toEqual([
      ['member/ann/2026-10', two.id],
      ['member/ann/2026-11', one.id],
    ]);
    expect(await at()).toBe(AT + 5);
    await publishLinks(diary, team);
    expect(taken).toHaveLength(2);
    await editLink(diary, one.id, { paused: true }, AT + 6);
    await publishLinks(diary, team);
    expect(taken.slice(2)).toEqual([['member/ann/2026-11', one.id]]);
  });

  it('sends none of another hub, of another shortener, or that this device never changed', async () => {
    const { team, taken } = teamOf();
    await diary
      .rows(shortLinks)
      .bulkPut([await row({ hub: 'other' }), await row({ nonce: '' }), await row({ changed: 0 })]);
    await publishLinks(diary, team);
    expect(taken).toEqual([]);
  });

  it('goes on from two days before the last change that it saw, of this device', async () => {
    const { team, taken } = teamOf();
    await diary.put(shortLinks, await row());
    await publishLinks(diary, team);
    const [early, late] = [await row({ changed: AT - 2 * DAY }), await row({ changed: AT - 2 * DAY + 1 })];
    await diary.rows(shortLinks).bulkPut([early, late]);
    taken.length = 0;
    await publishLinks(diary, team);
    expect(taken.map(([, id]) => id)).toContain(late.id);
    expect(taken.map(([, id]) => id)).not.toContain(early.id);
    expect(await at()).toBe(AT);
    expect(publishedLinks.ofDevice).toBe(true);
    const other = teamOf({ device: 8 });
    await publishLinks(diary, other.team);
    expect(other.taken.map(([, id]) => id)).toContain(early.id);
  });
});

describe('links that nobody counts', () => {
  const link = (id: string, at: number, address: string) => ({ id, at, address, title: '', channel: 'x' });

  it('are shown once an address, as it was shared last, the newest first', () => {
    const all = [
      link('a', 1, 'one'),
      link('b', 3, 'one'),
      link('c', 2, 'one'),
      link('d', 2, 'two'),
      link('e', 4, 'six'),
    ];
    expect(newestOfEach(all).map(({ id }) => id)).toEqual(['e', 'b', 'd']);
  });

  it('stand in an order that is the same everywhere', () => {
    const same = [link('b', 1, 'one'), link('a', 1, 'two'), link('c', 1, 'one'), link('d', 1, 'six')];
    expect(newestOfEach(same).map(({ id }) => id)).toEqual(['a', 'b', 'd']);
  });
});
