import { Refused } from '../refusal.ts';
import { isDangerous } from './names.ts';

/** PKWARE APPNOTE 6.3.10, 4.3: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;

/** A file in a zip. `from` to `to` is its range in the zip, including the local header. */
export interface ZipEntry {
  readonly name: string;
  readonly stored: boolean;
  readonly packed: number;
  readonly bytes: number;
  readonly from: number;
  readonly to: number;
}

async function viewOf(blob: Blob, from: number, to: number): Promise<DataView> {
  const buffer = await blob.slice(from, to).arrayBuffer();
  if (buffer.byteLength !== to - from) throw new Refused('truncated');
  return new DataView(buffer);
}

/** Finds the central directory; refuses files that are no zip, or a truncated one. */
async function findEnd(blob: Blob): Promise<{ count: number; size: number; offset: number; at: number }> {
  if (blob.size === 0) throw new Refused('empty');
  const head = blob.size >= 4 ? (await viewOf(blob, 0, 4)).getUint32(0, true) : 0;
  if (head !== LOCAL && head !== END) throw new Refused('notZip');
  if (blob.size < END_SIZE) throw new Refused('truncated');
  const from = Math.max(0, blob.size - END_SIZE - LONGEST_COMMENT);
  const tail = await viewOf(blob, from, blob.size);
  for (let i = tail.byteLength - END_SIZE; i >= 0; i -= 1) {
    if (tail.getUint32(i, true) !== END) continue;
    if (i + END_SIZE + tail.getUint16(i + 20, true) !== tail.byteLength) continue;
    const [disk, start] = [tail.getUint16(i + 4, true), tail.getUint16(i + 6, true)];
    const [here, count] = [tail.getUint16(i + 8, true), tail.getUint16(i + 10, true)];
    const [size, offset] = [tail.getUint32(i + 12, true), tail.getUint32(i + 16, true)];
    if (disk !== 0 || start !== 0 || here !== count)
      throw new Refused('unsupported', { detail: 'several volumes' });
    if (count === 0xffff || offset === 0xffffffff) throw new Refused('unsupported', { detail: 'zip64' });
    return { count, size, offset, at: from + i };
  }
  throw new Refused('truncated');
}

/** Decodes a name. Ours are ASCII; only the folder around them may be named otherwise. */
function nameIn(view: DataView, from: number, length: number): string {
  return String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + from, length));
}

interface Record {
  readonly entry: Omit<ZipEntry, 'to'>;
  readonly next: number;
}

function check(name: string, flags: number, method: number, attributes: number): void {
  if ((flags & 0x2041) !== 0) throw new Refused('encrypted', { file: name });
  if (method !== 0 && method !== 8)
    throw new Refused('unsupported', { file: name, detail: `method ${method}` });
  const kind = (attributes >>> 28) & 0xf;
  // Unix file types: 8 regular file, 4 folder, 0 unspecified. We refuse others (links, devices, pipes).
  if (kind !== 0 && kind !== 8 && kind !== 4)
    throw new Refused('path', { file: name, detail: 'a link or device' });
  if (isDangerous(name, true)) throw new Refused('path', { file: name });
}

function recordAt(view: DataView, at: number): Record {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) throw new Refused('damaged');
  const [length, extra, comment] = [28, 30, 32].map((i) => view.getUint16(at + i, true));
  const next = at + 46 + (length ?? 0) + (extra ?? 0) + (comment ?? 0);
  if (next > view.byteLength) throw new Refused('damaged');
  const name = nameIn(view, at + 46, length ?? 0);
  const method = view.getUint16(at + 10, true);
  const unix = view.getUint8(at + 5) === 3;
  check(name, view.getUint16(at + 8, true), method, unix ? view.getUint32(at + 38, true) : 0);
  const [packed, bytes, from] = [20, 24, 42].map((i) => view.getUint32(at + i, true));
  if ([packed, bytes, from].includes(0xffffffff))
    throw new Refused('unsupported', { file: name, detail: 'zip64' });
  return {
    entry: { name, stored: method === 0, packed: packed ?? 0, bytes: bytes ?? 0, from: from ?? 0 },
    next,
  };
}

/** Sets each file's end to the next one's start: overlapping files are how a small zip unpacks to petabytes. */
function bounded(entries: readonly Omit<ZipEntry, 'to'>[], end: number): ZipEntry[] {
  const sorted = [...entries].sort((a, b) => a.from - b.from);
  return sorted.map((entry, i) => {
    const to = sorted[i + 1]?.from ?? end;
    if (entry.from + 30 + entry.name.length + entry.packed > to) {
      throw new Refused(to === end ? 'damaged' : 'bomb', { file: entry.name, detail: 'files overlap' });
    }
    if (entry.stored && entry.packed !== entry.bytes) throw new Refused('damaged', { file: entry.name });
    return { ...entry, to };
  });
}

/**
 * The files of a zip by name, from its central directory, without unpacking. Throws `Refused` on anything that
 * Musubi does not write, before reading any of it.
 */
export async function readDirectory(blob: Blob): Promise<Map<string, ZipEntry>> {
  const end = await findEnd(blob);
  if (end.offset + end.size > end.at) throw new Refused('damaged');
  const view = await viewOf(blob, end.offset, end.offset + end.size);
  const found: Omit<ZipEntry, 'to'>[] = [];
  let at = 0;
  for (let i = 0; i < end.count; i += 1) {
    const { entry, next } = recordAt(view, at);
    found.push(entry);
    at = next;
  }
  if (at !== view.byteLength) throw new Refused('damaged');
  const byName = new Map(bounded(found, end.offset).map((entry) => [entry.name, entry]));
  if (byName.size !== found.length) throw new Refused('damaged', { detail: 'two files of one name' });
  return byName;
}

/** Start of a file's data, after its local header, which must agree with the directory. */
export async function dataStart(blob: Blob, entry: ZipEntry): Promise<number> {
  const view = await viewOf(blob, entry.from, entry.from + 30 + entry.name.length);
  const length = view.getUint16(26, true);
  const differs =
    view.getUint32(0, true) !== LOCAL ||
    length !== entry.name.length ||
    nameIn(view, 30, length) !== entry.name ||
    (view.getUint16(8, true) === 0) !== entry.stored ||
    (view.getUint16(6, true) & 0x2041) !== 0;
  const start = entry.from + 30 + length + view.getUint16(28, true);
  if (differs || start + entry.packed > entry.to) throw new Refused('damaged', { file: entry.name });
  return start;
}
