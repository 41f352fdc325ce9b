import type { Entry } from './edit.ts';

/** What a hub takes in one update, bytes. One item that is larger goes nowhere. */
export const MOST_BYTES = 1_000_000;
/** Items of one edit, and their length together: an edit is one message, of which a hub takes no more than so much. */
export const TOGETHER = 100;
const LENGTH = 128 << 10;

const lengthOf = ({ value }: Pick<Entry, 'value'>) => JSON.stringify(value)?.length ?? 0;

/** Whether no hub takes such an item. */
export const isTooLarge = ({ value }: Pick<Entry, 'value'>): boolean =>
  lengthOf({ value }) * 3 > MOST_BYTES &&
  new TextEncoder().encode(JSON.stringify(value)).byteLength > MOST_BYTES;

/** Cuts items into as many edits as it needs, in their order. */
export function cut<Item extends Pick<Entry, 'value'>>(items: readonly Item[]): Item[][] {
  const edits: Item[][] = [];
  let length = 0;
  for (const item of items) {
    const more = lengthOf(item);
    const last = edits.at(-1);
    if (last && last.length < TOGETHER && length + more <= LENGTH) {
      last.push(item);
      length += more;
    } else {
      edits.push([item]);
      length = more;
    }
  }
  return edits;
}
