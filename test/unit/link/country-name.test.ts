import { expect, it } from 'vitest';
import { countryName } from '../../../src/link/views/country-name.ts';

it('names a country by its code, and leaves what is no code as it is', () => {
  expect(countryName('JP', 'en')).toBe('Japan');
  expect(['!!', '', 'J', '1', '日本'].map((code) => countryName(code, 'en'))).toEqual([
    '!!',
    '',
    'J',
    '1',
    '日本',
  ]);
});
