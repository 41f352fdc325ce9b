import { describe, expect, it } from 'vitest';
import type { LinkHour } from '../../../src/link/clicks.ts';
import {
  ALL_LINKS,
  bySort,
  foundLink,
  type LinkFilter,
  matching,
  stateOf,
  weekOf,
} from '../../../src/link/find-links.ts';
import type { ShortLink } from '../../../src/link/tables.ts';

const NOW = Date.UTC(2026, 10, 24, 3);
const TODAY = Math.floor(NOW / 86_400_000);

const link = (part: Partial<ShortLink> = {}): ShortLink => ({
  id: 'AbCdEfGhIj0',
  nonce: '',
  at: NOW,
  target: 'https://kissa.example/autumn',
  channel: 'line',
  site: 'x',
  campaign: 'autumn-2026',
  item: '',
  title: '髙橋さんの“Café” – 秋のﾌﾞﾚﾝﾄﾞ',
  picture: '',
  until: 0,
  paused: false,
  from: 'here',
  hub: 'h',
  address: 'https://go.kissa.example/AbCdEfGhIj0',
  share: '',
  asked: '',
  changed: 0,
  ...part,
});
const hour = (day: number, human: number): LinkHour => ({
  link: 'AbCdEfGhIj0',
  hour: day * 24,
  day,
  whole: false,
  counts: { human, bot: 3 },
});
const found = (part: Partial<ShortLink> = {}, hours: LinkHour[] = []) =>
  foundLink(link(part), {
    hours,
    recent: hours,
    today: TODAY,
    channelName: (id) => (id === 'line' ? 'LINE' : id),
  });
const finds = (filter: Partial<LinkFilter>, part: Partial<ShortLink> = {}) =>
  matching({ ...ALL_LINKS, ...filter }, NOW)(found(part));

describe('one’s links', () => {
  it.each([
    ['高橋', '髙 and 高'],
    ['"cafe"', 'quotes and accents'],
    ['ぶれんど', 'half-width kana'],
    ['秋 高橋', 'words in any order'],
    ['cafe” - 秋', 'dashes and quotes as typed'],
    ['line', "the channel's name"],
    ['go.kissa.example/abcdefghij0', 'the short address'],
    ['autumn-2026', 'the campaign'],
    ['site:kissa', 'where it leads'],
    ['tag:冬', 'a tag'],
  ])('are found by %s: %s', (words) => {
    expect(finds({ words }, { tags: ['冬の催し'] })).toBe(true);
  });

  it('are not found by what only looks alike, or stands in another place', () => {
    for (const words of ['ばなな', '"秋の高橋"', 'tag:秋', 'site:line'])
      expect([words, finds({ words })]).toEqual([words, false]);
  });

  it('are filtered by state, channel, campaign and tag in whatever letters', () => {
    expect(finds({ state: 'live', channel: 'line', campaign: 'autumn-2026' })).toBe(true);
    expect(finds({ tag: 'かふぇ' }, { tags: ['カフェ'] })).toBe(true);
    expect(finds({ tag: 'カフ' }, { tags: ['カフェ'] })).toBe(false);
    expect(finds({ channel: 'x' })).toBe(false);
    expect(finds({ state: 'paused' })).toBe(false);
    expect(finds({ campaign: 'winter' })).toBe(false);
    expect(finds({ words: '秋 ばなな' })).toBe(false);
  });

  it.each([
    [{}, 'live'],
    [{ paused: true }, 'paused'],
    [{ paused: true, until: NOW }, 'ended'],
    [{ until: NOW + 1 }, 'live'],
    [{ until: 1 }, 'ended'],
    [{ asked: 'https://other.example/' }, 'waiting'],
    [{ from: 'file', paused: true } as const, 'imported'],
  ])('stand as %o says: %s', (part, state) => {
    expect(stateOf(link(part), NOW)).toBe(state);
  });

  it('show people of the last seven days, today last, and no program', () => {
    const hours = [hour(TODAY, 2), hour(TODAY - 6, 1), hour(TODAY - 7, 9), hour(TODAY, 1)];
    expect(weekOf(hours, TODAY)).toEqual([1, 0, 0, 0, 0, 0, 3]);
    expect(found({}, hours)).toMatchObject({ people: 13, last: TODAY * 24, counts: { human: 13, bot: 12 } });
  });

  it('are followed by people alone, and last when one of them came', () => {
    const machine = { ...hour(TODAY, 0), counts: { bot: 1 } };
    expect(found({}, [machine, hour(TODAY - 1, 1)]).last).toBe((TODAY - 1) * 24);
    expect(found({}, [machine]).last).toBe(0);
    expect(found({}, []).last).toBe(0);
  });

  it('have no channel and no place where nothing is known of them', () => {
    const bare = foundLink(link({ channel: '', site: '', target: '' }), {
      ...{ hours: [], recent: [], today: TODAY },
      channelName: () => 'a channel',
    });
    expect(bare.haystack).not.toContain('a channel');
    expect(bare.siteText.trim()).toBe('');
  });

  it('stand by their id where nothing else tells them apart', () => {
    const same = ['c', 'a', 'b'].map((id) => found({ id, title: 'A' }));
    for (const sort of ['newest', 'people', 'last', 'name'] as const)
      expect(same.toSorted(bySort(sort, 'en', ({ title }) => title)).map((one) => one.link.id)).toEqual([
        'a',
        'b',
        'c',
      ]);
  });

  it('stand in an order that is the same everywhere', () => {
    const three = [
      found({ id: 'a', title: 'B 10', at: 1 }, [hour(TODAY - 1, 5)]),
      found({ id: 'b', title: 'B 9', at: 2 }, [hour(TODAY, 1)]),
      found({ id: 'c', title: 'A', at: 3 }),
    ];
    const ids = (sort: Parameters<typeof bySort>[0]) =>
      three.toSorted(bySort(sort, 'en', ({ title }) => title)).map((one) => one.link.id);
    expect([ids('newest'), ids('people'), ids('last'), ids('name')]).toEqual([
      ['c', 'b', 'a'],
      ['a', 'b', 'c'],
      ['b', 'a', 'c'],
      ['c', 'b', 'a'],
    ]);
  });
});
