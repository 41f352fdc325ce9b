import { isOf } from './known-clocks.ts';
import { must, RefusedError } from './refusal.ts';

/**
 * The most that one update may hold, far above honest ones: a device that was away for weeks has a few hundred client ids and
 * sends its edits in parts. `values`: JSON values, nested ones included. `ranges`: deletions, of which every device sends all
 * that its room ever had.
 */
export const MOST = { clients: 256, items: 6000, values: 20_000, ranges: 60_000, deepest: 64 } as const;

/** Bits of an item's info byte, and content types: https://github.com/yjs/yjs/blob/main/INTERNALS.md */
const [HAS_ORIGIN, HAS_RIGHT, HAS_KEY, CONTENT] = [0x80, 0x40, 0x20, 0x1f];
const [DELETED, ANY, SKIP] = [1, 8, 10];

/**
 * Scans an update without allocating values: its format, that all of it is this device's, and that nothing in it exceeds
 * `MOST`. Answers with the number of its client sections; throws a RefusedError otherwise.
 */
export function scan(update: Uint8Array, device: number): number {
  const bytes = new Bytes(update);
  const left = { items: MOST.items, values: MOST.values, ranges: MOST.ranges };
  const sections = bytes.number();
  must(sections <= MOST.clients, 'oversize');
  for (let section = 0; section < sections; section += 1) {
    const items = bytes.number();
    left.items -= items;
    must(left.items >= 0, 'oversize');
    must(isOf(device, bytes.number()), 'foreign-client');
    bytes.number();
    for (let item = 0; item < items; item += 1) left.values -= scanItem(bytes, left.values);
  }
  scanDeletions(bytes, left.ranges);
  return sections;
}

/** The number of values in an item; refused above `most`. */
function scanItem(bytes: Bytes, most: number): number {
  const info = bytes.byte();
  const content = info & CONTENT;
  must(content <= SKIP, 'malformed');
  must(content !== 0 && content !== SKIP && (info & HAS_RIGHT) === 0, 'kind');
  if (info & HAS_ORIGIN) bytes.numbers(2);
  else scanKey(bytes, info);
  must(content === DELETED || content === ANY, 'kind');
  const length = bytes.number();
  if (content === DELETED) return 0;
  const left = { values: most };
  for (let value = 0; value < length; value += 1) bytes.value(left, MOST.deepest);
  return most - left.values;
}

function scanKey(bytes: Bytes, info: number): void {
  const hasRoot = bytes.number() === 1;
  if (hasRoot) bytes.text();
  else bytes.numbers(2);
  must((info & HAS_KEY) !== 0, hasRoot ? 'key' : 'root');
  bytes.text();
}

function scanDeletions(bytes: Bytes, most: number): void {
  let left = most;
  for (let clients = bytes.number(); clients > 0; clients -= 1) {
    bytes.number();
    const ranges = bytes.number();
    left -= ranges + 1;
    must(left >= 0, 'oversize');
    bytes.numbers(ranges * 2);
  }
}

/** Skips through lib0-encoded bytes without creating values. */
class Bytes {
  private at = 0;
  private readonly all: Uint8Array;
  constructor(all: Uint8Array) {
    this.all = all;
  }

  byte(): number {
    const byte = this.all[this.at++];
    if (byte === undefined) throw new RefusedError('malformed');
    return byte;
  }

  number(): number {
    let [value, factor] = [0, 1];
    for (; factor < 2 ** 56; factor *= 128) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
    throw new RefusedError('malformed');
  }

  numbers(count: number): void {
    for (let at = 0; at < count; at += 1) this.number();
  }

  text(): void {
    this.pass(this.number());
  }

  /** Skips a value with all that is nested in it. */
  value(left: { values: number }, deepest: number): void {
    left.values -= 1;
    must(left.values >= 0, 'oversize');
    must(deepest > 0, 'malformed');
    const kind = this.byte();
    if (kind === 117 || kind === 118) this.inner(kind === 118, left, deepest - 1);
    else if (kind === 119 || kind === 116) this.text();
    else if (kind === 125) this.number();
    else if (kind === 124) this.pass(4);
    else if (kind === 123 || kind === 122) this.pass(8);
    else must(kind === 120 || kind === 121 || kind === 126 || kind === 127, 'malformed');
  }

  private inner(hasKeys: boolean, left: { values: number }, deepest: number): void {
    const count = this.number();
    for (let at = 0; at < count; at += 1) {
      if (hasKeys) this.text();
      this.value(left, deepest);
    }
  }

  /** What follows is read in any case, and beyond the end there is nothing to read. */
  private pass(count: number): void {
    this.at += count;
  }
}
