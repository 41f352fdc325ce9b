import { LIMITS } from '../format.ts';
import { Refused } from '../refusal.ts';
import { dataStart, type ZipEntry } from './directory.ts';

/** Refuses a file whose declared compression ratio is too high. */
function refuseBomb(entry: ZipEntry): void {
  const { bytes, packed, name } = entry;
  if (bytes > LIMITS.small && bytes > packed * LIMITS.ratio) {
    throw new Refused('bomb', { file: name, detail: `${packed} bytes unpack to ${bytes}` });
  }
}

/** Unpacks a file in chunks. Stops and refuses as soon as it exceeds its declared size, which is not trusted. */
export async function* unpack(blob: Blob, entry: ZipEntry): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  refuseBomb(entry);
  const start = await dataStart(blob, entry);
  const packed = blob.slice(start, start + entry.packed).stream();
  const stream = entry.stored ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  let seen = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      seen += next.value.length;
      if (seen > entry.bytes) throw new Refused('bomb', { file: entry.name, detail: 'more than it says' });
      yield next.value;
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    const gone = error instanceof DOMException && error.name === 'NotReadableError';
    throw new Refused(gone ? 'unreadable' : 'damaged', { file: entry.name, detail: String(error) });
  } finally {
    // A failed stream rejects here again; the reason is known already.
    await reader.cancel().catch(() => undefined);
  }
  if (seen !== entry.bytes) throw new Refused('damaged', { file: entry.name, detail: 'less than it says' });
}

/** A whole file of at most `most` bytes. */
export async function unpackWhole(
  blob: Blob,
  entry: ZipEntry,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (entry.bytes > most) throw new Refused('bomb', { file: entry.name, detail: `${entry.bytes} bytes` });
  const whole = new Uint8Array(entry.bytes);
  let at = 0;
  for await (const chunk of unpack(blob, entry)) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
