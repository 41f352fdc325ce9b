import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import en from '#words/en.json' with { type: 'json' };
import { joined, LANGUAGES, placeholdersOf, writeWords } from '../../run/words.mjs';

const root = new URL('../../../', import.meta.url).pathname;
const folder = `${mkdtempSync(`${tmpdir()}/words-`)}/`;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Words of a folder, by language. */
function plant(name: string, words: Readonly<Record<string, object>>): void {
  mkdirSync(`${folder}src/${name}/words`, { recursive: true });
  for (const [language, messages] of Object.entries(words))
    writeFileSync(`${folder}src/${name}/words/${language}.json`, JSON.stringify(messages));
}
const inAll = (messages: object) => Object.fromEntries(LANGUAGES.map((language) => [language, messages]));

describe('the words of the folders', () => {
  it('fit together', () => {
    const { messages, faults } = joined(root);
    expect(faults).toEqual([]);
    expect(messages.en).toEqual(en);
  });

  describe('of a small project', () => {
    beforeEach(() => rmSync(`${folder}src`, { recursive: true, force: true }));

    it('are refused where two folders have the same key, whatever the language', () => {
      plant('share', inAll({ go: 'Go' }));
      plant('link', { ...inAll({}), ja: { go: '進む' } });
      expect(joined(folder).faults).toContain('go stands in src/link/words and in src/share/words/en.json');
      expect(() => writeWords(folder)).toThrow('go stands in');
    });

    it('are refused where a language lacks a key, or its file', () => {
      plant('share', { ...inAll({ go: 'Go' }), ja: {} });
      expect(joined(folder).faults).toEqual(['go is missing in src/share/words/ja.json']);
      rmSync(`${folder}src/share/words/zh-CN.json`);
      expect(joined(folder).faults).toHaveLength(2);
    });

    it('are joined as they stand now, with the type of their values', () => {
      plant('share', inAll({ go: 'Go', to: 'To {place}' }));
      writeWords(folder);
      plant('link', inAll({ clicks: { one: '{n} by {way}', other: '{n} by {way}' } }));
      writeWords(folder);
      const read = (file: string) => readFileSync(`${folder}.output/words/${file}`, 'utf8');
      expect(JSON.parse(read('ja.json'))).toMatchObject({ go: 'Go', to: 'To {place}' });
      const lines = read('placeholders.ts')
        .split('\n')
        .map((line) => line.trim());
      expect(lines).toContain('to: { place: Value };');
      expect(lines).toContain('clicks: { n: number; way: Value };');
    });
  });

  it('have their placeholders found once each, in every form', () => {
    expect(placeholdersOf('{a} of {b}, {a}')).toEqual(['a', 'b']);
    expect(placeholdersOf({ one: 'one', other: '{n} {thing}' })).toEqual(['n', 'thing']);
  });
});
