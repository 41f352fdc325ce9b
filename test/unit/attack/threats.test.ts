import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allAttacks } from '../../attack/all.ts';

const root = new URL('../../../', import.meta.url).pathname;
const page = readFileSync(`${root}docs/threats.md`, 'utf8');
/** What is named in the last cell of each row: a file, or an attack. */
const shown = page
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .flatMap((line) => [...(line.split('|').at(-2) ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));

describe('the list of threats', async () => {
  const names = (await allAttacks()).map(({ name }) => name);
  const isAttack = (name: string) =>
    name.endsWith(' …') ? names.some((one) => one.startsWith(name.slice(0, -1))) : names.includes(name);

  it('names nothing that is not there', () => {
    expect(shown.filter((name) => !existsSync(`${root}${name}`) && !isAttack(name))).toEqual([]);
    expect(shown.length).toBeGreaterThan(60);
  });

  it('is short', () => {
    expect(page.split('\n').length).toBeLessThanOrEqual(150);
  });
});
