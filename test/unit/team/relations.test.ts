import { describe, expect, it } from 'vitest';
import { employerOf, isOwnHost, joinedEmployers, writtenEmployer } from '../../../src/team/relations.ts';

describe('what a person types of their employer', () => {
  it.each([
    ['asahi-coffee.com', { sites: ['asahi-coffee.com'], accounts: [] }],
    ['https://www.Asahi-Coffee.com/shop?x=1', { sites: ['asahi-coffee.com'], accounts: [] }],
    ['@asahi_coffee', { sites: [], accounts: ['asahi_coffee'] }],
    ['asahi_coffee', { sites: [], accounts: ['asahi_coffee'] }],
    ['https://x.com/asahi_coffee', { sites: [], accounts: ['asahi_coffee'] }],
    ['x.com/asahi_coffee/status/1', { sites: [], accounts: ['asahi_coffee'] }],
    ['https://www.youtube.com/@asahi', { sites: [], accounts: ['asahi'] }],
    ['https://www.linkedin.com/company/asahi/', { sites: [], accounts: ['asahi'] }],
    ['https://bsky.app/profile/asahi.bsky.social', { sites: [], accounts: ['asahi.bsky.social'] }],
    ['@asahi@mastodon.social', { sites: [], accounts: ['asahi@mastodon.social'] }],
    ['あさひ珈琲.jp', { sites: ['xn--l8ji6b8dyd5842b.jp'], accounts: [] }],
    ['', { sites: [], accounts: [] }],
    ['a.com, @b、c.jp\n@b', { sites: ['a.com', 'c.jp'], accounts: ['b'] }],
  ])('%s', (typed, named) => {
    const read = employerOf(typed);
    expect(read.accounts).toEqual(named.accounts);
    if (!typed.includes('珈琲')) expect(read.sites).toEqual(named.sites);
    else expect(read.sites).toEqual([new URL(`https://${typed}`).hostname]);
  });

  it.each([
    ['Blue Bottle Coffee', ['Blue Bottle Coffee'], []],
    ['asahi-coffee.com, Asahi Coffee, @asahi', ['Asahi Coffee'], ['asahi']],
    ['Asahi Coffee\n@asahi @asahi_jp', ['Asahi Coffee'], ['asahi', 'asahi_jp']],
  ])('%s has a name that is no account', (typed, names, accounts) => {
    expect(employerOf(typed)).toMatchObject({ names, accounts });
  });

  it('knows hosts on which anybody writes', () => {
    expect(
      ['medium.com', 'www.youtube.com', 'asahi-coffee.com', 'asahi.substack.com'].map(isOwnHost),
    ).toEqual([false, false, true, true]);
  });

  it('is the same once it is written out and read again', () => {
    const named = employerOf('a.com @b https://x.com/c company/d @e@f.social');
    expect(employerOf(writtenEmployer(named))).toEqual(named);
  });

  it('is joined without doubles', () => {
    const a = { sites: ['a'], accounts: ['b'], names: ['N'] };
    expect(joinedEmployers(a, { sites: ['a', 'c'], accounts: [] })).toEqual({ ...a, sites: ['a', 'c'] });
  });
});
