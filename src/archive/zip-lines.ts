import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { LIMITS } from './format.ts';
import { Refused } from './refusal.ts';
import type { ZipEntry } from './zip/directory.ts';
import { unpack } from './zip/read.ts';

interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
}

/** Decodes UTF-8 in chunks; refuses invalid bytes. */
function decoding(file: string): (bytes?: Uint8Array<ArrayBuffer>) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return (bytes) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new Refused('encoding', { file });
    }
  };
}

/**
 * The lines of a file in a zip, one batch for each unpacked chunk. Compares its hash with the manifest's at the
 * end; a mismatch invalidates all that was read.
 */
export async function* linesOf(blob: Blob, entry: ZipEntry, expected: string): AsyncGenerator<Line[]> {
  const hash = sha256.create();
  const decode = decoding(entry.name);
  let rest = '';
  let number = 0;
  const cut = (text: string): Line[] => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    if (rest.length > LIMITS.line) throw new Refused('bomb', { file: entry.name, line: number + 1 });
    return parts.map((part) => {
      number += 1;
      return { text: part, number };
    });
  };
  for await (const chunk of unpack(blob, entry)) {
    hash.update(chunk);
    const lines = cut(decode(chunk));
    if (lines.length > 0) yield lines;
  }
  const last = cut(`${decode()}\n`).filter((line) => line.text !== '');
  if (last.length > 0) yield last;
  if (bytesToHex(hash.digest()) !== expected) throw new Refused('hash', { file: entry.name });
}
