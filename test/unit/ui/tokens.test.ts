import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../src/ui/tokens.css', import.meta.url), 'utf8');
const PAIR = /--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g;
const tokens = new Map(
  [...css.matchAll(PAIR)].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]),
);

/** Relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}
function between(front: string, back: string, theme: 'light' | 'dark'): number {
  const [a, b] = [tokens.get(front), tokens.get(back)];
  if (!a || !b) throw new Error(`no token ${a ? back : front}`);
  return contrast(a[theme], b[theme]);
}

const GROUNDS = ['paper', 'surface', 'sunk'];
const TEXT = ['ink', 'soft', 'faint', 'shu', 'ai', 'moss', 'amber', 'red'];

describe.each(['light', 'dark'] as const)('the token table, %s', (theme) => {
  it.each(TEXT.flatMap((front) => GROUNDS.map((back) => [front, back])))(
    '%s on %s is text',
    (front, back) => {
      expect(between(front, back, theme)).toBeGreaterThanOrEqual(4.5);
    },
  );
  it.each([
    ['shu-ink', 'shu'],
    ['amber', 'amber-wash'],
    ['ink', 'amber-wash'],
  ])('%s on %s is text', (front, back) => {
    expect(between(front, back, theme)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(GROUNDS)('the edge of a field is seen on %s', (back) => {
    expect(between('edge', back, theme)).toBeGreaterThanOrEqual(3);
  });
});

it('is light on paper, whatever theme was chosen', () => {
  const print = readFileSync(new URL('../../../src/ui/print.css', import.meta.url), 'utf8');
  expect(print).toMatch(/:root\[data-theme\]\s*\{\s*color-scheme: only light;/);
  const base = readFileSync(new URL('../../../src/ui/base.css', import.meta.url), 'utf8');
  expect(base.indexOf('print.css')).toBeGreaterThan(base.indexOf('tokens.css'));
});

describe('the contrast that is measured', () => {
  it('is that of the standard', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
  it('covers every colour of the table', () => {
    expect(tokens.size).toBeGreaterThanOrEqual(15);
  });
});
