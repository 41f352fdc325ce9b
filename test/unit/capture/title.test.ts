import { expect, it } from 'vitest';
import { titleOf } from '../../../src/capture/views/detail/title.ts';

const named = (title: string, text: string) => titleOf({ title, text });

it('calls a post by its title, else by how its text begins, cut between two words or signs', () => {
  expect(named('Autumn roast', 'A longer text')).toBe('Autumn roast');
  expect(named('', '  One line\n and  another ')).toBe('One line and another');
  expect(named('', 'word '.repeat(60))).toMatch(/^(word )+word…$/);
  expect(named('', '夕'.repeat(200))).toBe(`${'夕'.repeat(80)}…`);
  expect(named('', '👩‍👩‍👧‍👦'.repeat(90))).toBe(`${'👩‍👩‍👧‍👦'.repeat(80)}…`);
  expect(named('', '')).toBe('');
});
