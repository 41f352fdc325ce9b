import { describe, expect, it } from 'vitest';
import { buttonsCss } from '../../../src/feed/buttons.css.ts';
import { BOOKMARK, BOOKMARKED, KNOT, placed } from '../../../src/feed/icons.ts';
import { STRIP_CSS } from '../../../src/feed/strip.css.ts';

const numbers = (path: string) => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

describe('an icon', () => {
  it.each([18, 18.75, 20, 24, 32])('is the same at %d px, in proportion', (size) => {
    for (const icon of [KNOT, BOOKMARK, BOOKMARKED]) {
      const small = placed(icon, size, 0, 0);
      expect(small.replace(/[\d.-]+/g, '')).toBe(icon.replace(/[\d.-]+/g, ''));
      numbers(small).forEach((n, at) => {
        expect(n).toBeCloseTo(((numbers(icon)[at] ?? Number.NaN) * size) / 24, 1);
        expect(n).toBeLessThanOrEqual(size);
      });
    }
  });
});

describe('an icon that is moved', () => {
  it('goes across and down by as much, with every command', () => {
    expect(placed('M1 2C1 2 3 4 5 6H7V8L9 10Z', 24, 100, 1000)).toBe(
      'M101 1002C101 1002 103 1004 105 1006H107V1008L109 1010Z',
    );
    for (const icon of [KNOT, BOOKMARK, BOOKMARKED]) {
      const commands = icon.replace(/[^A-Z]/g, '');
      expect(placed(icon, 24, 3, 5).replace(/[^A-Z]/g, '')).toBe(commands);
      // Relative commands would be moved twice.
      expect(icon).not.toMatch(/[a-z]/);
    }
  });
});

describe('style in a foreign page', () => {
  const look = { icon: 18, box: 30, gap: 2, like: 'a' };
  const sheets = [buttonsCss(look, { ink: 'red', dark: true, rtl: false }), STRIP_CSS];

  it('is measured in px: a page sets the root’s font as it likes', () => {
    for (const css of sheets) expect(css).not.toMatch(/\d(?:rem|em)\b/);
  });

  it('minds forced colours and reduced motion', () => {
    for (const css of sheets) {
      expect(css).toContain('forced-colors:active');
      expect(css).toContain('prefers-reduced-motion:reduce');
    }
  });

  it('asks the network for nothing', () => {
    for (const css of sheets) expect(css).not.toMatch(/url\(|@import/);
  });
});
