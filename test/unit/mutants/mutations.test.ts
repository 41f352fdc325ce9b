import { describe, expect, it } from 'vitest';
import explained from '../../mutants/explained.json' with { type: 'json' };
import { mutated, mutationsOf } from '../../mutants/mutations.ts';

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
    ['type A = 1 | true; interface B { a: 2 }', []],
  ])('%s', (text, mutants) => {
    if (typeof mutants === 'number') expect(mutantsOf(text)).toHaveLength(mutants);
    else expect(mutantsOf(text).sort()).toEqual([...mutants].sort());
  });

  it('are explained with a reason where nobody can notice them', () => {
    const known: readonly { file: string; mutation: string; reason: string }[] = explained;
    expect(known.filter(({ reason }) => reason.length < 20)).toEqual([]);
  });
});
