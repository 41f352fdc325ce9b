import { beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/activity/event.ts';
import { dropOldHours, readHour } from '../../../src/link/click-hour.ts';
import {
  clickRollups,
  countedIn,
  importedIn,
  type LinkHour,
  linkHours,
  peopleBy,
  readClicks,
} from '../../../src/link/clicks.ts';
import type { HourResponse } from '../../../src/link/hub-api.ts';
import { clicksExpireAt, USUAL_RULES } from '../../../src/link/link-rules.ts';
import { peopleByDay } from '../../../src/link/people-by-day.ts';
import {
  type ClickDay,
  clickDays,
  clickHours,
  type ShortLink,
  shortLinks,
} from '../../../src/link/tables.ts';
import { keepMembership } from '../../../src/team/membership.ts';
import type { Team } from '../../../src/team/team.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { MEMBER } from '../../browser/team/member.ts';
import { memoryDiary } from '../workspace/memory-diary.ts';

const DAY = 20_000;
const HOUR = 3_600_000;
const day = (part: Partial<ClickDay> = {}): ClickDay => ({
  ...{ id: `a ${part.day ?? DAY}`, link: 'a', day: DAY, at: DAY * 24 * HOUR, from: 'hub' },
  ...{ hours: {}, places: {}, devices: {}, countries: {} },
  ...part,
});
const hour = (link: string, counts: LinkHour['counts'], on = DAY): LinkHour => {
  return { link, hour: on * 24, day: on, whole: false, counts };
};
const linkOf = (id: string, part: Partial<ShortLink> = {}) =>
  [id, { id, from: 'here', channel: 'x', site: 'bluesky', ...part } as ShortLink] as const;

let diary: Workspace;
beforeEach(() => {
  diary = memoryDiary();
});

describe('the hours of a day', () => {
  it('are of the day on which the person saw them, and of that very day where no hour is known', () => {
    const hours = { 0: { human: 1 }, 23: { human: 2 } };
    expect(linkHours([day({ hours })])).toEqual(
      [0, 23].map((at) => ({
        ...{ link: 'a', hour: DAY * 24 + at, day: dayOf((DAY * 24 + at) * HOUR), whole: false },
        counts: { human: at === 0 ? 1 : 2 },
      })),
    );
    const whole = linkHours([day({ from: 'file', hours })]);
    expect(whole.map((one) => [one.day, one.whole])).toEqual([
      [DAY, true],
      [DAY, true],
    ]);
  });
});

describe('clicks on one’s links', () => {
  it('are people by the link and by its code, as rollups of the link’s channel and site', () => {
    const hours = [hour('a', { human: 2, qr: 3, bot: 9 }), hour('a', { bot: 1 }), hour('gone', { human: 1 })];
    expect(clickRollups({ hours, links: new Map([linkOf('a')]) })).toEqual([
      { day: DAY, counts: { 'clicked|x|bluesky': 5 } },
      { day: DAY, counts: { 'clicked||': 1 } },
    ]);
  });

  it('are counted by class as a hub did, and imported ones apart', () => {
    const hours = [
      hour('a', { human: 2, bot: 1 }),
      hour('a', { human: 1 }),
      hour('f', { human: 7 }),
      hour('gone', { qr: 1 }),
    ];
    const clicks = { hours, links: new Map([linkOf('a'), linkOf('f', { from: 'file' })]) };
    expect(countedIn(clicks)).toEqual({ human: 3, bot: 1, qr: 1 });
    expect(importedIn(clicks)).toBe(7);
  });

  it('are summed by what their links have, most first, then by name, and without those that have none', () => {
    const links = new Map([
      linkOf('a'),
      linkOf('b', { channel: 'line' }),
      linkOf('c', { channel: '' }),
      linkOf('d', { channel: 'bluesky' }),
    ]);
    const hours = [
      ...[hour('a', { human: 1 }), hour('a', { human: 1 }), hour('b', { human: 5 }), hour('c', { human: 9 })],
      ...[hour('d', { human: 2 }), hour('gone', { human: 9 }), hour('b', { bot: 3 })],
    ];
    expect(peopleBy({ hours, links }, ({ channel }) => channel)).toEqual([
      { id: 'line', n: 5 },
      { id: 'bluesky', n: 2 },
      { id: 'x', n: 2 },
    ]);
    const machines = [hour('a', { bot: 3 })];
    expect(peopleBy({ hours: machines, links }, ({ channel }) => channel)).toEqual([]);
  });

  it('are read of a span of days as the person saw them, both within', async () => {
    const on = (at: number) => day({ day: at, from: 'file', id: `a ${at}`, hours: { 12: { human: 1 } } });
    await diary.rows(clickDays).bulkPut([-3, -2, -1, 0, 1, 2, 3].map((away) => on(DAY + away)));
    await diary.rows(shortLinks).bulkPut([linkOf('a')[1]]);
    const read = await readClicks(diary, DAY - 1, DAY + 1);
    expect(read.hours.map((one) => one.day)).toEqual([DAY - 1, DAY, DAY + 1]);
    expect([...read.links.keys()]).toEqual(['a']);
    expect(read.days.map((one) => one.day)).toEqual([DAY - 2, DAY - 1, DAY, DAY + 1, DAY + 2]);
  });
});

describe('the bars of a link', () => {
  const first = (made: number, days: readonly number[]) => {
    const bars = peopleByDay(
      days.map((on) => hour('a', { human: 1, qr: 1 }, on)),
      made,
      DAY,
    );
    return [bars[0]?.from, bars.at(-1)?.to, bars.reduce((sum, { clicked }) => sum + clicked, 0)];
  };

  it('are at least two weeks, from when it was made or followed, and at most a year', () => {
    expect(first(DAY, [])).toEqual([DAY - 13, DAY, 0]);
    expect(first(DAY - 13, [DAY])).toEqual([DAY - 13, DAY, 2]);
    expect(first(DAY - 20, [DAY, DAY, DAY - 3])).toEqual([DAY - 20, DAY, 6]);
    expect(first(DAY, [DAY - 30])).toEqual([DAY - 30, DAY, 2]);
    expect(first(DAY - 365, [])[0]).toBe(DAY - 365);
    expect(first(DAY - 366, [DAY - 366, DAY - 365])).toEqual([DAY - 365, DAY, 2]);
  });
});

describe('the clicks of an hour that was opened', () => {
  const of = { link: 'AbCdEfGhIj0', hour: 490_000 };
  const NOW = 490_001 * HOUR;
  const response = (part: Partial<HourResponse> = {}): HourResponse => ({
    ...{ rules: 2, kept: true, all: 1, counts: { human: 1 }, clicks: [], until: NOW + HOUR },
    ...part,
  });
  const teamThat = (answer: unknown) => ({ ask: async () => answer }) as unknown as Team;
  const away = teamThat({ ok: false, reason: 'away' });
  const open = (response: HourResponse, now = NOW) =>
    readHour(diary, teamThat({ ok: true, value: response }), of, now);

  it('are read from the hub, and from the device while that is away', async () => {
    expect(await open(response())).toEqual({ is: 'now', said: response() });
    expect(await readHour(diary, away, of, NOW + 1)).toEqual({ is: 'before', said: response(), at: NOW });
    expect(await readHour(diary, null, of, NOW + 1)).toMatchObject({ is: 'before' });
  });

  it('are none where they never were here, and why', async () => {
    expect(await readHour(diary, away, of, NOW)).toEqual({ is: 'none', reason: 'away' });
    expect(await readHour(diary, null, of, NOW)).toEqual({ is: 'none', reason: 'no-team' });
  });

  it('are there to their last moment and gone in the next', async () => {
    await open(response());
    expect(await readHour(diary, away, of, NOW + HOUR - 1)).toMatchObject({ is: 'before' });
    expect(await readHour(diary, away, of, NOW + HOUR)).toMatchObject({ is: 'none' });
    expect(await diary.rows(clickHours).toArray()).toEqual([]);
  });

  it('go earlier where the team decides so', async () => {
    const rules = { ...USUAL_RULES, keepDays: 2 };
    await open(response({ until: NOW + 900 * 24 * HOUR }));
    const end = clicksExpireAt(of.hour, rules);
    await dropOldHours(diary, end);
    expect(await diary.rows(clickHours).toArray()).toHaveLength(1);
    await keepMembership(diary, { ...MEMBER, rules });
    await dropOldHours(diary, end - 1);
    expect(await diary.rows(clickHours).toArray()).toHaveLength(1);
    await dropOldHours(diary, end);
    expect(await diary.rows(clickHours).toArray()).toEqual([]);
  });

  it.each([
    ['the hub has them no more', { kept: false }],
    ['they are over', { until: NOW }],
    ['the hub does not say how long they may stay', { until: 0 }],
  ])('are not stored where %s, and those of before go', async (_, part) => {
    await open(response());
    await open(response(part));
    expect(await diary.rows(clickHours).toArray()).toEqual([]);
  });

  it('are stored for their last millisecond', async () => {
    await open(response({ until: NOW + 1 }));
    expect(await diary.rows(clickHours).toArray()).toHaveLength(1);
  });
});
