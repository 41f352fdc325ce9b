/** First 32 bits of the fractional parts of cube or square roots of the first primes (FIPS 180-4, 4.2.2 and 5.3.3). */
function primeRoots(count: number, root: (prime: number) => number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n += 1) {
    let prime = true;
    for (let d = 2; d * d <= n; d += 1) if (n % d === 0) prime = false;
    if (prime) found.push((root(n) * 0x1_0000_0000) | 0);
  }
  return found;
}
const K = Int32Array.from(primeRoots(64, Math.cbrt));
const START = primeRoots(8, Math.sqrt);

const at = (array: Int32Array, i: number) => array[i] ?? 0;
const turn = (x: number, n: number) => (x >>> n) | (x << (32 - n));

function fill(words: Int32Array, view: DataView, from: number): void {
  for (let i = 0; i < 16; i += 1) words[i] = view.getInt32(from + i * 4);
  for (let i = 16; i < 64; i += 1) {
    const x = at(words, i - 15);
    const y = at(words, i - 2);
    const s0 = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
    const s1 = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
    words[i] = (at(words, i - 16) + s0 + at(words, i - 7) + s1) | 0;
  }
}

function mix(state: Int32Array, words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i += 1) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const one = (h + s1 + ((e & f) ^ (~e & g)) + at(K, i) + at(words, i)) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((value, i) => {
    state[i] = (at(state, i) + value) | 0;
  });
}

export interface Hashing {
  add(bytes: Uint8Array): void;
  /** The digest in hex. Nothing can be added after it. */
  end(): string;
}

/**
 * SHA-256 (FIPS 180-4) of bytes that come in pieces. The browser's own `crypto.subtle.digest` takes only a whole
 * file, and an export of a million events is not to be held whole.
 */
export function sha256(): Hashing {
  const state = Int32Array.from(START);
  const words = new Int32Array(64);
  const rest = new Uint8Array(64);
  const restView = new DataView(rest.buffer);
  let held = 0;
  let length = 0;
  const add = (bytes: Uint8Array): void => {
    length += bytes.length;
    let from = 0;
    if (held > 0) {
      from = Math.min(64 - held, bytes.length);
      rest.set(bytes.subarray(0, from), held);
      held += from;
      if (held < 64) return;
      fill(words, restView, 0);
      mix(state, words);
      held = 0;
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (; from + 64 <= bytes.length; from += 64) {
      fill(words, view, from);
      mix(state, words);
    }
    rest.set(bytes.subarray(from));
    held = bytes.length - from;
  };
  const end = (): string => {
    const bits = length * 8;
    const padding = new Uint8Array((held < 56 ? 64 : 128) - held);
    padding[0] = 0x80;
    const view = new DataView(padding.buffer);
    view.setUint32(padding.length - 8, Math.floor(bits / 0x1_0000_0000));
    view.setUint32(padding.length - 4, bits >>> 0);
    add(padding);
    return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  };
  return { add, end };
}
