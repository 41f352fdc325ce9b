import { describe, expect, it } from 'vitest';
import { LINK_COMMANDS } from '../../../src/link/commands.ts';
import {
  AnonymisedClick,
  ClicksResponse,
  HourResponse,
  LinkDay,
  OwnerLink,
  PendingTargets,
} from '../../../src/link/hub-api.ts';
import { SharedLink } from '../../../src/link/link.ts';
import { MAX_NAME } from '../../../src/link/name.ts';
import {
  ClickDay,
  ClickHour,
  clickDays,
  clickHours,
  isWholeDay,
  ShortLink,
  shortLinks,
} from '../../../src/link/tables.ts';
import { aLink } from '../../attack/link.ts';
import { expectBound } from '../workspace/text-bounds.ts';

const link = await aLink();
const DAY = {
  link: link.id,
  day: 20_000,
  hours: { 0: { human: 1 } },
  places: {},
  devices: {},
  countries: {},
};
const CLICK = {
  ...{ id: '1', visitor: 1, near: 1, word: 'browser', referrer: '', device: 'phone' },
  ...{ own: false, qr: false, met: 0 },
};
const HOUR = { rules: 2, kept: true, all: 1, counts: { human: 1 }, clicks: [CLICK], until: 5 };
const NEWS = { epoch: 'e', since: 0, changed: 0, more: false, rules: 2, days: [DAY], links: [], rank: null };
const PENDING = { asked: [{ link: link.id, member: 'm', title: '', from: 'a', to: 'b' }] };
const OWN = {
  ...link,
  ...{ from: 'here', hub: 'h', address: '', share: '', asked: '', name: 'sale', tags: [], changed: 0 },
};

describe('a link as it is declared', () => {
  it('has an id of eleven digits and a number of thirty-two', () => {
    const fits = (part: object) => SharedLink.safeParse({ ...link, ...part }).success;
    expect(fits({})).toBe(true);
    for (const id of ['A'.repeat(10), 'A'.repeat(12), 'AAAAAAAAAA-', ''])
      expect([id, fits({ id })]).toEqual([id, false]);
    for (const nonce of ['0'.repeat(31), '0'.repeat(33), 'A'.repeat(32)])
      expect([nonce, fits({ nonce })]).toEqual([nonce, false]);
  });

  it.each([
    ['target', 2000],
    ['channel', 40],
    ['site', 255],
    ['campaign', 64],
    ['item', 64],
    ['title', 200],
    ['picture', 2000],
  ])('has a %s of at most %i characters', (field, most) => {
    expectBound(SharedLink, link, field, most);
  });
});

describe('what a hub says of links', () => {
  it.each([
    [OwnerLink, { ...link, asked: '', name: '' }, 'asked', 2000],
    [OwnerLink, { ...link, asked: '', name: '' }, 'name', MAX_NAME],
    [ClicksResponse, NEWS, 'epoch', 60],
    [ClicksResponse, { ...NEWS, rank: { month: '', rank: 1, of: 2 } }, 'rank.month', 10],
    [AnonymisedClick, CLICK, 'id', 40],
    [AnonymisedClick, CLICK, 'referrer', 255],
    [PendingTargets, PENDING, 'asked.0.member', 40],
    [PendingTargets, PENDING, 'asked.0.title', 200],
    [PendingTargets, PENDING, 'asked.0.from', 2000],
    [PendingTargets, PENDING, 'asked.0.to', 2000],
  ])('is bounded', (schema, valid, field, most) => {
    expectBound(schema, valid, field, most);
  });

  it('names places by their host and countries by two letters', () => {
    const fits = (part: object) => LinkDay.safeParse({ ...DAY, ...part }).success;
    const place = (length: number) => ({ places: { ['x'.repeat(length)]: 1 } });
    expect([fits(place(255)), fits(place(256))]).toEqual([true, false]);
    expect([fits({ countries: { JP: 1 } }), fits({ countries: { JPN: 1 } })]).toEqual([true, false]);
  });

  it('has hours of a day, and counts that are no less than nothing', () => {
    const fits = (hours: object) => LinkDay.safeParse({ ...DAY, hours }).success;
    expect([fits({ 0: {} }), fits({ 23: {} }), fits({ 24: {} }), fits({ '00': {} })]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([fits({ 0: { human: 0 } }), fits({ 0: { human: -1 } })]).toEqual([true, false]);
  });

  it('is read from hubs that did not say all of it yet', () => {
    const { countries: _, ...day } = DAY;
    expect(LinkDay.parse(day).countries).toEqual({});
    const { met: __, ...click } = CLICK;
    expect(AnonymisedClick.parse(click).met).toBe(0);
    const { until: ___, ...hour } = HOUR;
    expect(HourResponse.parse(hour).until).toBe(0);
    expect(OwnerLink.parse({ ...link, asked: '' }).name).toBe('');
  });
});

describe('a command about links', () => {
  it('names a link in as many characters as a name has, and leads where a link may', () => {
    expect(MAX_NAME).toBe(40);
    const name = { do: 'link.name', link: link.id, name: '' };
    expectBound(LINK_COMMANDS['link.name'], name, 'name', MAX_NAME);
    expectBound(LINK_COMMANDS['link.free'], { do: 'link.free', name: '' }, 'name', MAX_NAME);
    const agree = { do: 'link.agree', link: link.id, target: '' };
    expectBound(LINK_COMMANDS['link.agree'], agree, 'target', 2000);
  });
});

describe('what a device has of links', () => {
  it.each([
    [ShortLink, OWN, 'id', 64],
    [ShortLink, OWN, 'nonce', 32],
    [ShortLink, OWN, 'target', 2000],
    [ShortLink, OWN, 'hub', 40],
    [ShortLink, OWN, 'address', 2000],
    [ShortLink, OWN, 'share', 60],
    [ShortLink, OWN, 'asked', 2000],
    [ShortLink, OWN, 'name', MAX_NAME],
    [ClickDay, { ...DAY, id: '1', at: 0, from: 'hub' }, 'id', 90],
    [ClickDay, { ...DAY, id: '1', at: 0, from: 'hub' }, 'link', 64],
    [ClickHour, { id: '1', link: link.id, hour: 1, at: 1, until: 1, said: HOUR }, 'id', 90],
    [ClickHour, { id: '1', link: link.id, hour: 1, at: 1, until: 1, said: HOUR }, 'link', 64],
  ])('is bounded', (schema, valid, field, most) => {
    expectBound(schema, valid, field, most);
  });

  it('stays as long as it is declared to', () => {
    expect([shortLinks.keep, clickDays.keep, clickHours.keep]).toEqual(['always', 'always', 31]);
    expect([shortLinks.choices, clickDays.choices, clickHours.choices]).toEqual([undefined, [365, 730], [7]]);
  });

  it('goes with the site that it was shared from, and no other', () => {
    const row = ShortLink.parse({ ...OWN, site: 'x' });
    expect(shortLinks.withoutSite?.(row, 'x')).toBeNull();
    expect(shortLinks.withoutSite?.(row, 'bluesky')).toBe(row);
  });

  it('is a whole day where a file names no time zone', () => {
    const days = [
      { from: 'file', whole: true },
      { from: 'file' },
      { from: 'file', whole: false },
      { from: 'hub' },
    ] as const;
    expect(days.map(isWholeDay)).toEqual([true, true, false, false]);
    expect(isWholeDay({ from: 'hub', whole: true })).toBe(false);
  });
});
