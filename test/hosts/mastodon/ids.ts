import type { Toot } from './posts.ts';

/** A server's id: its upper 48 bits are the time in ms. */
export const idOf = (toot: Pick<Toot, 'time' | 'handle'>): string =>
  String((BigInt(Date.parse(toot.time)) << 16n) + BigInt(toot.handle.length));

export const pathOf = (toot: Toot): string => `/@${toot.handle}/${idOf(toot)}`;
