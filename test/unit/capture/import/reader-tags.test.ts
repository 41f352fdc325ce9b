import { expect, it } from 'vitest';
import { listIn } from '../../../../src/capture/import/readwise.ts';

it.each([
  ['', ['']],
  ['ai, 読書', ['ai', ' 読書']],
  [`['ai', "don't", 'it\\'s', '']`, ['ai', "don't", "it's", '']],
  ["['a\\\nb']", ['a\nb']],
  ["['whole', 'cut off", ['whole']],
  ["['whole', 'cut off\\", ['whole']],
  [`['${'x'.repeat(201)}', 'b']`, ['b']],
  [`['${'x'.repeat(200)}']`, ['x'.repeat(200)]],
  ['[1, 2]', []],
])('Reader’s tags in %j', (cell, tags) => {
  expect(listIn(cell)).toEqual(tags);
});
