import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXPLAINED, outdated } from '../../mutants/explained.ts';
import { mutated, mutationsOf } from '../../mutants/mutations.ts';
import { root } from '../house/imports.ts';

const mutantsOf = (text: string) => mutationsOf('a.ts', text).map((mutation) => mutated(text, mutation));

describe('mutants of a rule', () => {
  it.each([
    ['if (a) b = 1;', ['if (!(a)) b = 1;', 'if (a) ;', 'if (a) b = (1 + 1);']],
    ['const f = a < 2;', ['const f = (a <= 2);', 'const f = (a >= 2);', 'const f = a < (2 + 1);']],
    [
      'const f = a && !b;',
      ['const f = (a || !b);', 'const f = (a);', 'const f = (!b);', 'const f = a && (b);'],
    ],
    ['const f = (a) => { if (a > b) return c; };', 3],
    ['const f = a ?? 0;', ['const f = (a);', 'const f = a ?? (0 + 1);']],
    ['const f = a ?? null;', []],
    ['audit(a);', [';']],
    ['const f = all.some((one) => one);', ['const f = all.every((one) => one);']],
    ['const f = { 1: true };', ['const f = { 1: false };']],
    ['all.sort((a, b) => (a < b ? -1 : 1));', 3],
    ['type A = 1 | true; interface B { a: 2 }', []],
  ])('%s', (text, mutants) => {
    if (typeof mutants === 'number') expect(mutantsOf(text)).toHaveLength(mutants);
    else expect(mutantsOf(text).sort()).toEqual([...mutants].sort());
  });

  it('are explained with a reason where nobody can notice them, as long as they can be made', () => {
    expect(EXPLAINED.filter(({ reason }) => reason.length < 20)).toEqual([]);
    const files = new Set(EXPLAINED.map(({ file }) => file));
    const gone = [...files].flatMap((file) => outdated(file, readFileSync(join(root, file), 'utf8')));
    expect(gone).toEqual([]);
  });
});
