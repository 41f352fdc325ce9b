import { describe, expect, it } from 'vitest';
import { differences } from '../../run/trial/case.ts';

const paths = (right: Record<string, unknown>, came: unknown) =>
  differences({ id: 'a', run: 'read', right }, came).map(({ path }) => path);

describe('a case of a trial', () => {
  it('takes a value for itself, at a path into what came', () => {
    const came = [{ author: { name: 'Ada Reed' }, media: [], counts: { views: { value: 3 } } }];
    const right = { length: 1, '0.author.name': 'Ada Reed', '0.media': [], '0.counts.views.value': 3 };
    expect(paths(right, came)).toEqual([]);
    expect(paths({ length: 2, '0.author.name': 'Ada', '1.media': [] }, came)).toEqual([
      'length',
      '0.author.name',
      '1.media',
    ]);
  });

  it('takes parts of a text, and one of several values', () => {
    const came = { text: 'a kite and a tail', lang: '' };
    expect(paths({ text: { has: 'kite', lacks: ['<p>'] }, lang: { oneOf: ['', 'en'] } }, came)).toEqual([]);
    expect(paths({ text: { has: 'kite', lacks: ['tail'] }, lang: { oneOf: ['en'] } }, came)).toEqual([
      'text',
      'lang',
    ]);
  });

  it('finds nothing right in what did not come', () => {
    expect(paths({ text: 'a', constructor: 'b', deep: { has: '' } }, { failed: 'no' })).toEqual([
      'text',
      'constructor',
      'deep',
    ]);
    expect(paths({ text: 'a' }, null)).toEqual(['text']);
  });
});
