import { beforeEach, describe, expect, it } from 'vitest';
import type { Event } from '../../../src/activity/event.ts';
import { events } from '../../../src/activity/events.ts';
import { publishNew, sharedOf } from '../../../src/results/publish.ts';
import { shares } from '../../../src/share/tables.ts';
import { OPTIONAL, type Optional } from '../../../src/team/shared-event.ts';
import type { Team } from '../../../src/team/team.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { sent, sentId } from '../../../src/workspace/rooms/tables.ts';
import { deviceState, settings } from '../../../src/workspace/setting.ts';
import { memoryDiary } from '../workspace/memory-diary.ts';

const AT = 1_800_000_000_000;
const event = (part: Partial<Event> = {}): Event => ({
  id: 'event-0001',
  at: AT,
  day: 20_833,
  type: 'opened',
  site: 'x',
  place: 'x.com',
  channel: 'line',
  post: 'x/1',
  about: 'share-0001',
  title: 'What is nobody else’s',
  undone: 0,
  ...part,
});
const OF = { item: 'item-0001', campaign: 'autumn' };
const everything = { from: 0, without: [] as Optional[] };

describe('what a member declares of an event', () => {
  it('is what the team counts by, and nothing of the post', () => {
    expect(sharedOf(event(), everything, OF)).toEqual({
      ...{ id: 'event-0001', at: AT, day: 20_833, type: 'opened', channel: 'line' },
      ...{ site: 'x', item: 'item-0001', campaign: 'autumn', undone: 0 },
    });
  });

  it('is the host for a page that no recipe knows, and the recipe for any other', () => {
    expect(sharedOf(event({ site: 'page', place: 'blog.example' }), everything)?.site).toBe('blog.example');
    expect(sharedOf(event({ site: 'x', place: 'mobile.x.com' }), everything)?.site).toBe('x');
  });

  it.each(OPTIONAL.flatMap((one) => [[[one]], [OPTIONAL.filter((other) => other !== one)], [[...OPTIONAL]]]))(
    'is without what they leave out: %s',
    (without) => {
      const shared = sharedOf(event(), { from: 0, without }, OF);
      const left = { site: 'x', item: 'item-0001' };
      for (const part of OPTIONAL) expect(shared?.[part]).toBe(without.includes(part) ? '' : left[part]);
      expect(shared?.campaign).toBe('autumn');
    },
  );

  it('leaves out a page’s host too', () => {
    const elsewhere = event({ site: 'page', place: 'blog.example' });
    expect(JSON.stringify(sharedOf(elsewhere, { from: 0, without: ['site'] }))).not.toContain('blog');
  });

  it('begins with the moment that they chose', () => {
    expect(sharedOf(event(), { from: AT, without: [] })).not.toBeNull();
    expect(sharedOf(event(), { from: AT + 1, without: [] })).toBeNull();
  });

  it('is nothing for what the team does not count', () => {
    for (const type of ['looked', 'clicked', 'converted'] as const)
      expect(sharedOf(event({ type }), everything)).toBeNull();
    expect(sharedOf(event({ undone: AT + 5 }), everything)?.undone).toBe(AT + 5);
    expect(sharedOf(event(), everything)).toMatchObject({ item: '', campaign: '' });
  });
});

describe('publishing what is new', () => {
  const DAY = 86_400_000;
  let diary: Workspace;
  /** Events that a team was sent, in the order of sending. */
  let taken: [room: string, id: string][];
  beforeEach(() => {
    diary = memoryDiary();
    taken = [];
  });
  function teamOf(part: object = {}): Team {
    const member = { hub: 'h', device: 7, member: 'ann', from: 0, without: [], ...part };
    const putAll = async (room: string, root: string, items: readonly { key: string; value: unknown }[]) => {
      for (const { key, value } of items) {
        taken.push([room, key]);
        await diary.rows(sent).bulkPut([{ id: sentId(room, root, key), value }] as never);
      }
    };
    return { member, rooms: { putAll } } as unknown as Team;
  }
  const happens = (...all: readonly Event[]) => diary.rows(events).bulkPut([...all]);
  const many = (count: number, at: (n: number) => number, from = 0) =>
    Array.from({ length: count }, (_, n) =>
      event({ id: `event-${String(from + n).padStart(4, '0')}`, at: at(n) }),
    );
  const ids = () => taken.map(([, id]) => id).toSorted();

  it('sends each event once, into the month in which it happened, with the material of its share', async () => {
    await happens(event(), event({ id: 'event-0002', at: AT - 40 * DAY, about: 'none' }));
    await diary.rows(shares).bulkPut([{ id: 'share-0001', item: 'item-0001', campaign: 'autumn' }] as never);
    await publishNew(diary, teamOf(), AT);
    expect(taken.toSorted()).toEqual([
      ['member/ann/2026-12', 'event-0002'],
      ['member/ann/2027-01', 'event-0001'],
    ]);
    const [row] = (await diary.rows(sent).toArray()).filter(({ id }) => id.includes('event-0001'));
    expect(row?.value).toMatchObject({ item: 'item-0001', campaign: 'autumn' });
    await publishNew(diary, teamOf(), AT);
    expect(taken).toHaveLength(2);
  });

  it('sends what was taken back after it was sent, and nothing that was taken back before', async () => {
    await happens(event(), event({ id: 'event-0002', undone: AT + 1 }));
    await publishNew(diary, teamOf(), AT);
    expect(ids()).toEqual(['event-0001']);
    await happens(event({ undone: AT + 1 }));
    await publishNew(diary, teamOf(), AT);
    expect(ids()).toEqual(['event-0001', 'event-0001']);
  });

  it('begins with the very moment that the person chose', async () => {
    await happens(...many(3, (n) => AT - 1 + n));
    await publishNew(diary, teamOf({ from: AT }), AT);
    expect(ids()).toEqual(['event-0001', 'event-0002']);
  });

  it('sends all of many, also where a page of them ends within one moment', async () => {
    const all = [
      ...many(195, (n) => AT + n),
      ...many(10, () => AT + 200, 195),
      ...many(250, (n) => AT + 300 + n, 205),
    ];
    await happens(...all);
    await publishNew(diary, teamOf(), AT + DAY);
    expect(ids()).toEqual(all.map(({ id }) => id));
  });

  it('sends all where two moments fill more than a page', async () => {
    const all = [
      ...many(199, (n) => AT + n),
      ...many(100, () => AT + 500, 199),
      ...many(150, () => AT + 501, 299),
    ];
    await happens(...all);
    await publishNew(diary, teamOf(), AT + DAY);
    expect(ids()).toEqual(all.map(({ id }) => id));
  });

  it('passes over what the team does not count, and sends what happened beside it', async () => {
    await happens(event({ id: 'event-0002', type: 'looked' }), event());
    await publishNew(diary, teamOf(), AT);
    expect(ids()).toEqual(['event-0001']);
  });

  it('notes how far it came on this device alone', async () => {
    await happens(event());
    await publishNew(diary, teamOf(), AT);
    const noted = (table: typeof settings) => diary.rows(table).get('published');
    expect(await noted(settings)).toBeUndefined();
    expect((await noted(deviceState))?.value).toEqual({ device: 'h 7', at: AT });
  });

  it('sends all of as many as are looked at together, in one moment', async () => {
    await happens(...many(200, () => AT));
    await publishNew(diary, teamOf(), AT);
    expect(ids()).toHaveLength(200);
  });

  it('goes on from two days before the last that it saw, for the same device of the same team', async () => {
    await happens(event());
    await publishNew(diary, teamOf(), AT + DAY);
    await happens(...many(2, (n) => AT - 2 * DAY + n, 10));
    await publishNew(diary, teamOf(), AT + DAY);
    expect(ids()).toEqual(['event-0001', 'event-0011']);
    await publishNew(diary, teamOf({ device: 8 }), AT + DAY);
    expect(ids()).toContain('event-0010');
  });

  it('misses nothing after an event that is dated ahead of the clock', async () => {
    await happens(event({ at: AT + 30 * DAY }));
    await publishNew(diary, teamOf(), AT);
    await happens(event({ id: 'event-0002', at: AT + 1 }));
    await publishNew(diary, teamOf(), AT + 1);
    expect(ids()).toEqual(['event-0001', 'event-0002']);
  });
});
