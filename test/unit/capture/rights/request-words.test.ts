import { describe, expect, it } from 'vitest';
import {
  REQUEST_LANGUAGES,
  requestIn,
  requestLanguageOf,
} from '../../../../src/capture/rights/request-words.ts';

const URL = 'https://x.com/aki/status/1';

describe('a request for permission', () => {
  it.each(REQUEST_LANGUAGES)(
    'names the author, the company and the post, where they are known (%s)',
    (language) => {
      const whole = requestIn(language, { author: 'Aki', company: 'Asahi Coffee', url: URL });
      for (const part of ['Aki', 'Asahi Coffee', URL]) expect(whole).toContain(part);
      const bare = requestIn(language, { author: '', company: '', url: URL });
      expect(bare).toContain(URL);
      expect(bare.length).toBeLessThan(whole.length);
      const greeted = requestIn(language, { author: 'Aki', company: '', url: URL });
      expect(greeted).toContain('Aki');
      // Nothing is left of the sentence about the company.
      expect(greeted.split('\n').slice(1)).toEqual(bare.split('\n').slice(1));
      const [employed] = [requestIn(language, { author: '', company: 'Asahi Coffee', url: URL })];
      expect(employed.split('\n')[0]).toBe(bare.split('\n')[0]);
      expect(employed).toContain('Asahi Coffee');
    },
  );

  it.each([
    ['ja', 'en', 'ja'],
    ['JA-jp', 'en', 'ja'],
    ['zh', 'en', 'zh-CN'],
    ['zh-TW', 'en', 'zh-CN'],
    ['en-GB', 'ja', 'en'],
    ['', 'zh-CN', 'zh-CN'],
    ['und', 'ja', 'ja'],
    ['', 'fr', 'en'],
    // A language that it is not written in is answered in English, whatever the person speaks.
    ['fr', 'ja', 'en'],
    ['th', 'zh-CN', 'en'],
  ])('of a post in "%s", by a person who speaks "%s", is in %s', (post, person, language) => {
    expect(requestLanguageOf(post, person)).toBe(language);
  });
});
