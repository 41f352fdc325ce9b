import { expect, it } from 'vitest';
import { CHANNELS } from '../../../src/share/channels/index.ts';
import { findChannels } from '../../../src/share/find-channels.ts';

const NAMES: Record<string, string> = { hatena: 'Hatena Bookmark', weibo: 'Weibo' };
const found = (typed: string) =>
  findChannels(CHANNELS, typed, ({ id, name }) => NAMES[id] ?? name).map(({ id }) => id);

it.each([
  ['weibo', ['weibo']],
  ['微博', ['weibo']],
  ['はてな', ['hatena']],
  ['HATENA book', ['hatena']],
  ['ＱＱ', ['qq', 'qzone']],
  ['nowhere', []],
])('%j finds %j', (typed, ids) => {
  expect(found(typed)).toEqual(ids);
});

it('nothing typed leaves all of them, in their order', () => {
  expect(found(' ')).toEqual(CHANNELS.map(({ id }) => id));
});
