import { expect, it } from 'vitest';
import { MEDIA_CAP, TEXT_CAP } from '../../../src/post/caps.ts';
import { MAX_MEDIA, MAX_TEXT } from '../../../src/post/post.ts';

it('holds the limits of scripts in pages to those of the schema', () => {
  expect([TEXT_CAP, MEDIA_CAP]).toEqual([MAX_TEXT, MAX_MEDIA]);
});
