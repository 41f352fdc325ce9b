import { parseAddress, readPair, writeAddress } from './address.ts';
import { CHANNELS } from './channels/index.ts';
import { labelsEnd } from './link.ts';
import { isCodeInLink } from './tracking-code.ts';

const AFTER_SOURCE = ['utm_medium', 'utm_campaign', 'utm_term', 'utm_content'];

function isChannel(source: string): boolean {
  return CHANNELS.some((channel) => channel.utmSource === source);
}

/** Where our labels before the code at `end` begin; `end` if there are none. */
function labelsStart(pairs: readonly { name: string; value: string }[], end: number): number {
  const before = pairs.slice(0, end);
  const source = before.findLastIndex((pair) => !AFTER_SOURCE.includes(pair.name));
  const first = before[source];
  return first?.name === 'utm_source' && isChannel(first.value) ? source : end;
}

/**
 * The address a Musubi link was made from: without its code and the utm labels written with it, so that a
 * colleague's link shared again does not name the colleague's place. Without a Musubi code it is returned as
 * is.
 */
export function untracked(link: string): string {
  const parsed = parseAddress(link);
  if (!parsed.ok) return link;
  const { query } = parsed.address;
  const pairs = query.map(readPair);
  const end = pairs.findLastIndex(({ name, value }) => /^(musubi_)?ref$/.test(name) && isCodeInLink(value));
  if (end < 0) return link;
  const names = pairs.map(({ name }) => name);
  const [start, next] = [labelsStart(pairs, end), labelsEnd(names, end)];
  return writeAddress({ ...parsed.address, query: [...query.slice(0, start), ...query.slice(next)] });
}
