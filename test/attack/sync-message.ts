import { varint } from './crafted.ts';

/** The messages of the sync protocol, written by hand: a name, what kind it is, and the rest. */

const prefixed = (bytes: Uint8Array) => Buffer.concat([Buffer.from(varint(bytes.byteLength)), bytes]);
/** Words as a message carries them; its length is put before them there. */
export const text = (words: string): Uint8Array => Buffer.from(words);

/** A room's name, numbers, and bytes that are preceded by their length. */
export function message(room: string, ...parts: readonly (number | Uint8Array)[]): Uint8Array {
  const rest = parts.map((part) => (typeof part === 'number' ? Buffer.from(varint(part)) : prefixed(part)));
  return Buffer.concat([prefixed(text(room)), ...rest]);
}

interface Read {
  readonly answer?: string;
  /** What somebody wrote, or what was lacking by a state vector. */
  readonly update?: Uint8Array;
  readonly state?: Uint8Array;
}

/** Reads what a hub says: an answer in a few words, or an update. */
export class MessageReader {
  private at = 0;
  private readonly bytes: Buffer;
  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  static read(bytes: Buffer): Read {
    const reader = new MessageReader(bytes);
    reader.part();
    return reader.rest(reader.number());
  }

  private number(): number {
    let [value, factor] = [0, 1];
    for (; ; factor *= 128) {
      const byte = this.bytes[this.at++] ?? 0;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  private part(): Buffer {
    const length = this.number();
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  private rest(kind: number): Read {
    if (kind === 0 || kind === 4) return this.sync(this.number());
    if (kind === 2) {
      const said = this.number();
      if (said === 2) return { answer: 'authenticated' };
      return said === 1 ? { answer: `denied: ${this.part()}` } : {};
    }
    if (kind === 7) return { answer: `closed: ${this.part()}` };
    if (kind === 8) return { answer: this.number() === 1 ? 'taken' : 'not taken' };
    return {};
  }

  private sync(step: number): Read {
    if (step === 0) return {};
    const bytes = Uint8Array.from(this.part());
    return step === 1 ? { state: bytes } : { update: bytes };
  }
}
