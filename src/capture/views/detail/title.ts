import type { Post } from '../../../post/post.ts';

/** Most graphemes in a heading. */
const MOST = 80;

/** A post's heading: its title, else the start of its text, cut between words if possible. */
export function titleOf({ title, text }: Pick<Post, 'title' | 'text'>): string {
  const whole = (title || text).trim().replace(/\s+/g, ' ');
  const signs = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(whole.slice(0, 2000))];
  if (signs.length <= MOST) return whole;
  const begun = signs
    .slice(0, MOST)
    .map(({ segment }) => segment)
    .join('');
  const word = begun.lastIndexOf(' ');
  return `${(word > begun.length / 2 ? begun.slice(0, word) : begun).trimEnd()}…`;
}
