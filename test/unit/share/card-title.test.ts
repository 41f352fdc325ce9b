import { describe, expect, it } from 'vitest';
import { cardTitleOf } from '../../../src/share/naming.ts';

describe('what a card calls a share', () => {
  it.each([
    ['A title', 'words https://a.example/x', 'A title'],
    ['', 'Autumn blend is here https://a.example/autumn', 'Autumn blend is here'],
    ['', '秋の新作です→https://a.example/q?q=1、ぜひ', '秋の新作です→、ぜひ'],
    ['', 'https://a.example/only', 'https://a.example/only'],
    ['', '', ''],
  ])('%j, %j: %j', (title, text, said) => {
    expect(cardTitleOf({ title, text })).toBe(said);
  });
});
