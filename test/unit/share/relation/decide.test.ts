import { describe, expect, it } from 'vitest';
import {
  choiceKey,
  decideRelation,
  isEmployers,
  type Known,
  paysFor,
  type Shared,
} from '../../../../src/share/relation/decide.ts';

const EMPLOYER = {
  sites: ['asahi-coffee.example', 'www.yunagi.example'],
  accounts: ['@asahi_coffee', 'company/asahi'],
};
const known = (more: Partial<Known> = {}): Known => ({
  employer: EMPLOYER,
  company: 'あさひ珈琲',
  choices: [],
  earns: false,
  ...more,
});
const post = (more: Partial<Shared['post']> = {}, target = ''): Shared => {
  const read = {
    site: 'x',
    url: 'https://x.com/harbour_mill/status/1',
    author: { name: 'Harbour Mill', handle: '@harbour_mill', url: 'https://x.com/harbour_mill' },
    ...more,
  };
  return { post: read, target: target || read.url };
};
const by = (name: string, handle: string, url = '') => post({ author: { name, handle, url } });

describe('what is of the employer', () => {
  it.each([
    ['their account', by('Asahi', '@Asahi_Coffee')],
    ['their account by its address', by('Asahi', '', 'https://www.facebook.com/asahi_coffee/')],
    ['their page on a network of companies', by('Asahi', 'company/asahi')],
    ['their name', by('あさひ 珈琲', '@elsewhere')],
    ['a page of theirs', post({ site: 'page', url: 'https://shop.asahi-coffee.example/beans' })],
    ['a link to a page of theirs', post({}, 'https://yunagi.example/new?x=1')],
  ])('%s', (_, shared) => {
    expect(isEmployers(shared, EMPLOYER, 'あさひ珈琲')).toBe(true);
  });

  it.each([
    ['a stranger’s bakery', post()],
    ['a site whose name ends like theirs', post({ site: 'page', url: 'https://not-asahi-coffee.example/' })],
    [
      'a site that has theirs in front',
      post({ site: 'page', url: 'https://asahi-coffee.example.evil.example/' }),
    ],
    ['a name that holds theirs', by('あさひ珈琲ファン', '@fan')],
    ['nobody', by('', '')],
  ])('not %s', (_, shared) => {
    expect(isEmployers(shared, EMPLOYER, 'あさひ珈琲')).toBe(false);
  });

  it('is nothing where nothing is named', () => {
    expect(isEmployers(by('', ''), { sites: [''], accounts: [''] }, '')).toBe(false);
  });
});

describe('the relation of a share', () => {
  it('is requested once, while nothing is named', () => {
    const nothing = known({ employer: { sites: [], accounts: [] }, company: '' });
    expect(decideRelation(post(), nothing)).toEqual({ by: 'ask', relation: null });
    const named = known({ employer: { sites: [], accounts: [] } });
    expect(decideRelation(by('あさひ珈琲', ''), named).by).toBe('employer');
  });

  it('is none for what does not match, once something is named', () => {
    expect(decideRelation(post(), known())).toEqual({
      by: 'none',
      relation: { employer: false, earns: false },
      isPaid: false,
    });
    expect(decideRelation(post(), known({ earns: true })).relation).toEqual({ employer: false, earns: true });
  });

  it('may be both', () => {
    expect(decideRelation(by('Asahi', '@asahi_coffee'), known({ earns: true })).relation).toEqual({
      employer: true,
      earns: true,
    });
  });

  it('is what the person chose for this author last, and for no other', () => {
    const of = choiceKey(post());
    const choices = [
      { of, relation: { employer: true, earns: false }, at: 1 },
      { of, relation: { employer: false, earns: true }, at: 2 },
    ];
    expect(decideRelation(post(), known({ choices }))).toEqual({
      by: 'choice',
      relation: { employer: false, earns: true },
      isPaid: false,
    });
    expect(decideRelation(by('Ben', '@ben'), known({ choices })).by).toBe('none');
  });
});

describe('what one may earn from a share', () => {
  const of = choiceKey(post());
  const choices = [{ of, relation: { employer: false, earns: false }, at: 1 }];

  it('is said though something else was chosen for the author before', () => {
    expect(decideRelation(post(), known({ choices, earns: true }))).toMatchObject({
      relation: { employer: false, earns: true },
      isPaid: true,
    });
  });
});

describe('what a person or a team named', () => {
  it('matches an account by its address, a handle that is a host, and the names of brands', () => {
    const named = { sites: ['asahi.social'], accounts: ['asahi'], names: ['夕凪 by Asahi'] };
    const of = (author: [string, string, string?]) => isEmployers(by(...author), named, '');
    expect(of(['', '', 'https://www.linkedin.com/company/asahi/'])).toBe(true);
    expect(of(['', '@shop.asahi.social'])).toBe(true);
    expect(of(['夕凪　by ASAHI', '@elsewhere'])).toBe(true);
    expect(of(['Yunagi', '@asahi_fans'])).toBe(false);
  });

  it('matches an account by the last part of a handle, and by the end of an address', () => {
    const of = (handle: string, url: string, account: string) =>
      isEmployers(by('', handle, url), { sites: ['asahi.social'], accounts: [account] }, '');
    expect(of('company/asahi', '', 'asahi')).toBe(true);
    expect(of('asahi/company', '', 'asahi')).toBe(false);
    expect(of('', 'https://www.linkedin.com/jp/company/asahi', 'company/asahi')).toBe(true);
    expect(of('', 'https://bsky.app/profile/shop.asahi.social', 'nobody')).toBe(true);
    expect(of('', 'https://bsky.app/asahi.social/profile', 'nobody')).toBe(false);
  });

  it('is all there is once they have answered, though it is nothing', () => {
    const nothing = known({ employer: { sites: [], accounts: [] }, company: '', answered: true });
    expect(decideRelation(post(), nothing).by).toBe('none');
  });

  it.each([
    ['https://shop.example/a?tag=mina-22&x=1', true],
    ['https://shop.example/a?x=1&TAG=Mina-22', true],
    ['https://shop.example/a?tag=mina-220', false],
    ['https://hb.afl.example/x', true],
    ['https://go.hb.afl.example/x', true],
    ['https://not-hb.afl.example/x', false],
    ['nothing', false],
  ])('pays for %s: %s', (target, pays) => {
    expect(paysFor(target, ['tag=mina-22', 'hb.afl.example'])).toBe(pays);
    const { relation } = decideRelation(post({}, target), known({ pays: ['tag=mina-22', 'hb.afl.example'] }));
    expect(relation).toEqual({ employer: false, earns: pays });
  });
});

describe('the key of a choice', () => {
  it('is the site with the author’s handle, else their name, else the site alone', () => {
    expect(choiceKey(by('Ben K', '@Ben_K'))).toBe('x/ben_k');
    expect(choiceKey(by('Ben K', ''))).toBe('x/ben k');
    expect(choiceKey(by('', ''))).toBe('x');
    const page = { site: 'page', url: 'https://www.harbour.example/1' };
    expect(choiceKey(post({ ...page, author: { name: '', handle: '', url: '' } }))).toBe('harbour.example');
  });

  it('has 400 characters at most', () => {
    expect(choiceKey(by('', 'b'.repeat(500)))).toBe(`x/${'b'.repeat(398)}`);
  });
});
