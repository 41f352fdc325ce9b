import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { x } from '../../../../src/share/channels/x.ts';
import { type Labels, NO_LABELS } from '../../../../src/share/labels/labels.ts';
import { cleanTarget, ownLabels, trackedLink } from '../../../../src/share/link.ts';
import { untracked } from '../../../../src/share/strip-tracking.ts';
import { newCode } from '../../../../src/share/tracking-code.ts';
import { anyText, base, fragment, ownPairs, target } from '../arbitrary.ts';

const CODE = newCode((bytes) => bytes.set([1, 12, 3, 24, 5, 16, 7]));
const OTHER = newCode((bytes) => bytes.set([31, 2, 13, 4, 25, 6, 17]));

function link(address: string, chosen: Partial<Labels>, more: { code?: string; labels?: boolean } = {}) {
  const usual = { channel: x, campaign: 'musubi', content: 'x', code: CODE };
  const made = trackedLink({ target: address, ...usual, chosen: { ...NO_LABELS, ...chosen }, ...more });
  return made.ok ? made.url : made.reason;
}
const paramsOf = (url: string) => Object.fromEntries(new URL(url).searchParams);

describe('labels that were chosen', () => {
  test('stand in the address as they were typed, each once, and the rest as usual', () => {
    const url = link('https://a.example/p?q=1', {
      campaign: '秋の新作',
      source: 'newsletter',
      term: 'a b&c',
    });
    expect(paramsOf(url)).toEqual({
      q: '1',
      ref: CODE,
      utm_source: 'newsletter',
      utm_medium: 'social',
      utm_campaign: '秋の新作',
      utm_term: 'a b&c',
      utm_content: 'x',
    });
    expect(url).toMatch(/^[\x21-\x7e]+$/);
  });

  test.each([
    ['https://a.example/?utm_source=letter', ['letter']],
    ['https://a.example/?UTM_Source=Letter&x=1', null],
    ['https://a.example/?utm_source=', ['']],
  ])('never stand over the address’s own: %s', (address, kept) => {
    const made = new URL(link(address, { source: 'mine', campaign: 'autumn' }));
    expect(made.searchParams.getAll('utm_source')).toEqual(kept ?? []);
    expect(made.searchParams.getAll('utm_campaign')).toEqual(['autumn']);
    expect(ownLabels(address)).toEqual(['utm_source']);
  });

  test.each([
    'https://files.example/a.pdf?X-Amz-Signature=ab&X-Amz-Expires=60',
    'https://files.example/a.pdf?signature=ab&expires=1799999999&utm_source=x',
  ])('are not put on a signed address: %s', (address) => {
    expect(link(address, { campaign: 'autumn', source: 'mine' })).toBe(address);
  });

  test('are not put on an address where the team wants none', () => {
    expect(link('https://a.example/', { campaign: 'autumn' }, { labels: false })).toBe(
      `https://a.example/?ref=${CODE}`,
    );
  });

  const labels = fc.record({
    campaign: anyText(64),
    source: anyText(64),
    medium: fc.constant(''),
    term: anyText(20),
    content: fc.constantFrom('', 'c1'),
  });

  test('twice is once, and other labels take the place of those before', () => {
    fc.assert(
      fc.property(target, labels, labels, (address, one, two) => {
        const once = link(address, one);
        expect(link(once, one)).toBe(once);
        if (Object.values(one).some(Boolean) && once.startsWith('http'))
          expect(link(once, two)).toBe(link(address, two));
      }),
    );
  });

  test('go with the code when a colleague shares the link on', () => {
    fc.assert(
      fc.property(base, ownPairs, fragment, labels, (front, query, end, chosen) => {
        const address = `${front}?${query.join('&')}${end}`;
        const clean = cleanTarget(address);
        const made = link(address, { ...chosen, source: 'newsletter' });
        expect(untracked(made)).toBe(clean.ok && clean.url);
        expect(link(made, {}, { code: OTHER })).toBe(link(address, {}, { code: OTHER }));
      }),
    );
  });
});
