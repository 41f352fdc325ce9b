import { describe, expect, it } from 'vitest';
import { dataFiles } from '../../../src/feed/data-files.ts';
import { FEED_KEYS, filled, PAIR_KEYS } from '../../../src/feed/feed-words.ts';
import { subset } from '../../../src/i18n/subset.ts';
import { SITES } from '../../../src/sites/sites.ts';

describe('words of the feed', () => {
  it('are filled, and an unknown placeholder stays to be seen', () => {
    expect(filled('{a} and {b}', { a: '$&' })).toBe('$& and {b}');
  });

  it('are packed in every language, each a file that leaves them for the script', () => {
    const files = dataFiles(subset(FEED_KEYS));
    const own = files.filter(({ relativeDest }) => !relativeDest.startsWith('bridges/'));
    const handed = own.reduce<{
      recipes?: unknown[];
      words?: Record<string, string>;
      allWords?: Record<string, string>;
    }>((_, { contents }) => {
      new Function(contents)();
      return (globalThis as { musubi?: object }).musubi ?? {};
    }, {});
    expect(handed.recipes).toEqual(SITES.map(({ held: _, ...recipe }) => recipe));
    expect(files.map(({ relativeDest }) => relativeDest).filter((file) => file.startsWith('words/'))).toEqual(
      ['words/en.js', 'words/ja.js', 'words/zh-CN.js'],
    );
    expect(handed.words).toMatchObject({ language: 'zh-CN' });
    expect(Object.keys(handed.words ?? {})).toEqual(['language', ...PAIR_KEYS]);
    expect(handed.allWords).toMatchObject({ language: 'zh-CN' });
    expect(FEED_KEYS.filter((key) => !handed.allWords?.[key])).toEqual([]);
  });
});
