import { describe, expect, it } from 'vitest';
import { allAttacks } from '../../attack/all.ts';
import { AREAS } from '../../attack/attack.ts';
import { growth } from '../../attack/growth.ts';

describe('the attacks', async () => {
  const all = await allAttacks();

  it('have names of their own', () => {
    const names = all.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    expect(names.filter((name) => name.length < 5 || name.length > 120 || name.trim() !== name)).toEqual([]);
  });

  it('are many', () => {
    expect(all.length).toBeGreaterThan(200);
  });

  it('are of an area that is run', () => {
    expect(all.filter(({ area }) => !AREAS.includes(area))).toEqual([]);
  });
});

describe('growth', () => {
  it('tells a square from a line', async () => {
    expect(await growth((size) => size / 1000)).toBe(null);
    expect(await growth((size) => (size * size) / 1e8)).toMatch(/100 times/);
  });
});
