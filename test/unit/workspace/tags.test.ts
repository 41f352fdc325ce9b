import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/i18n/fold.ts';
import { MAX_TAG, MAX_TAGS, suggestTags, tagOf, withoutTag, withTag } from '../../../src/workspace/tags.ts';

const any = fc.string({ unit: 'grapheme', maxLength: 80 });

describe('tags', () => {
  it('are one line without # in front', () => {
    expect(tagOf('  ＃味の\n感想 ')).toBe('味の 感想');
    expect(tagOf('#\u202ea\u200bb')).toBe('ab');
    expect(tagOf(' # ')).toBe('');
    expect(tagOf('\u200d')).toBe('');
    expect(tagOf('👩‍🍳')).toBe('👩‍🍳');
  });

  it('stay as they are once stored, and short (law)', () => {
    fc.assert(
      fc.property(any, (typed) => {
        const tag = tagOf(typed);
        return tagOf(tag) === tag && tag.length <= MAX_TAG && !/[\n\r]/.test(tag);
      }),
    );
  });

  it('are never there twice, in whatever letters (law)', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (typed) => {
        const tags = typed.reduce<string[]>((all, one) => withTag(all, one), []);
        return new Set(tags.map(fold)).size === tags.length;
      }),
    );
  });

  it('take the spelling they have elsewhere', () => {
    expect(withTag([], 'かふぇ', ['カフェ'])).toEqual(['カフェ']);
    expect(withTag(['カフェ'], 'かふぇ')).toEqual(['カフェ']);
  });

  it('end at the most that a capture holds', () => {
    const full = Array.from({ length: MAX_TAGS }, (_, i) => `t${i}`);
    expect(withTag(full, 'one more')).toEqual(full);
  });

  it('come off in whatever letters', () => {
    expect(withoutTag(['カフェ', '店'], 'かふぇ')).toEqual(['店']);
  });

  it('are offered beginnings first, never one that is there', () => {
    const known = ['味の感想', '苦味', '味', '店'];
    expect(suggestTags(known, ['味'], '味')).toEqual(['味の感想', '苦味']);
    expect(suggestTags(known, [], '', 2)).toEqual(['味の感想', '苦味']);
  });
});
