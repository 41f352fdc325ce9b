import type { Gram, Remark } from './posts.ts';

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Milliseconds of the site's first day, as its ids count from it. */
const EPOCH = 1_314_220_021_721n;

/** A shortcode as the site makes one: 41 bits of time, 23 of others, written in 64 signs. */
export function shortcode({ time, name }: Gram): string {
  let rest = ((BigInt(Date.parse(time)) - EPOCH) << 23n) | BigInt(name.length * 7919);
  let code = '';
  for (; rest > 0n; rest >>= 6n) code = SIGNS.charAt(Number(rest & 63n)) + code;
  return code;
}

export const kindOf = (gram: Gram): 'p' | 'reel' => (gram.video ? 'reel' : 'p');

export const pathOf = (gram: Gram): string => `/${kindOf(gram)}/${shortcode(gram)}/`;

/** As grids and the newest pages write it. */
export const longPathOf = (gram: Gram): string => `/${gram.by}${pathOf(gram)}`;

/** A comment, or an answer to one (`above`). Links to comments are under `/p/`, of reels too. */
export const remarkPath = (gram: Gram, remark: Remark, above: Remark | null): string =>
  `/p/${shortcode(gram)}/c/${above ? `${above.id}/r/${remark.id}` : remark.id}/`;

const CDN = 'https://scontent-nrt1-1.cdninstagram.com';

export const pictureOf = (name: string): string =>
  `${CDN}/v/t51.82787-15/${name}_n.jpg?stp=dst-jpg_e35&_nc_cat=1`;
export const portraitOf = (account: string): string => `${CDN}/v/t51.2885-19/${account}_n.jpg?stp=s150x150`;
export const posterOf = (name: string): string => `${CDN}/v/t51.71878-15/${name}_n.jpg?stp=cp6`;
