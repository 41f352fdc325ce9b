import { describe, expect, it } from 'vitest';
import { PAGES } from '../../../src/app/page-list.ts';

const repeated = (all: readonly unknown[]) =>
  all.filter((one, at) => one !== undefined && all.indexOf(one) < at);

describe('the pages of the companion', () => {
  it('each have a view that is loaded, but the first, which is there', () => {
    expect(PAGES.length).toBeGreaterThan(8);
    expect(PAGES.filter(({ load }) => !load).map(({ id }) => id)).toEqual([PAGES[0]?.id]);
  });

  it('share no address, no key and no place', () => {
    expect(repeated(PAGES.map(({ id }) => id))).toEqual([]);
    expect(repeated(PAGES.map(({ key }) => key))).toEqual([]);
    expect(repeated(PAGES.map(({ order }) => order))).toEqual([]);
  });
});
