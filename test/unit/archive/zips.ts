import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { FORMAT, FORMAT_VERSION } from '../../../src/archive/format.ts';
import { DIARY_VERSION } from '../../../src/workspace/open.ts';

/** One file of a zip, with what a test wants to be wrong about it. */
export interface Made {
  readonly name: string;
  readonly data?: string | Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  /** What the directory says, where it is to lie. */
  readonly bytes?: number;
  readonly packed?: number;
  readonly from?: number;
  readonly localName?: string;
  /** Unix mode in the upper half, as a link has 0o120777. */
  readonly mode?: number;
}

const bytesOf = (data: string | Uint8Array = '') => Buffer.from(data);

function localOf(file: Made, packed: Buffer, plain: Buffer): Buffer {
  const name = Buffer.from(file.localName ?? file.name, 'utf8');
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(file.flags ?? 0, 6);
  head.writeUInt16LE(file.method ?? 8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(plain.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name, packed]);
}

function centralOf(file: Made, packed: number, plain: number, from: number): Buffer {
  const name = Buffer.from(file.name, 'utf8');
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE((3 << 8) | 20, 4);
  head.writeUInt16LE(file.flags ?? 0, 8);
  head.writeUInt16LE(file.method ?? 8, 10);
  head.writeUInt32LE(file.packed ?? packed, 20);
  head.writeUInt32LE(file.bytes ?? plain, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt32LE(((file.mode ?? 0o100644) << 16) >>> 0, 38);
  head.writeUInt32LE(file.from ?? from, 42);
  return Buffer.concat([head, name]);
}

/** A zip of these files, by hand: no library would write what is wrong with most of them. */
export function zipOf(files: readonly Made[], end: { comment?: string; count?: number } = {}): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    const plain = bytesOf(file.data);
    const packed = (file.method ?? 8) === 8 ? deflateRawSync(plain) : plain;
    const local = localOf(file, packed, plain);
    centrals.push(centralOf(file, packed.length, plain.length, at));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(centrals);
  const tail = Buffer.alloc(22);
  tail.writeUInt32LE(0x06054b50, 0);
  tail.writeUInt16LE(end.count ?? files.length, 8);
  tail.writeUInt16LE(end.count ?? files.length, 10);
  tail.writeUInt32LE(directory.length, 12);
  tail.writeUInt32LE(at, 16);
  tail.writeUInt16LE(Buffer.byteLength(end.comment ?? ''), 20);
  return Buffer.concat([...locals, directory, tail, Buffer.from(end.comment ?? '')]);
}

export const sha = (data: string | Uint8Array) => createHash('sha256').update(bytesOf(data)).digest('hex');

interface ArchiveParts {
  /** Lines of each table. */
  readonly tables?: Record<string, readonly string[]>;
  /** Files beside those of the tables, named in the manifest. */
  readonly files?: readonly Made[];
  /** Files that the manifest does not name. */
  readonly beside?: readonly Made[];
  readonly manifest?: Record<string, unknown>;
  readonly change?: (files: Made[]) => Made[];
}

/** A file of ours that is right, but for what the test changes. */
export function archiveOf({
  tables = {},
  files = [],
  beside = [],
  manifest = {},
  change = (all) => all,
}: ArchiveParts): Buffer {
  const data = Object.entries(tables).map(([name, lines]) => ({
    name: `data/${name}.ndjson`,
    data: lines.map((line) => `${line}\n`).join(''),
  }));
  const all: Made[] = [...files, ...data];
  const told = {
    format: FORMAT,
    version: FORMAT_VERSION,
    app: '0.1.0',
    diary: DIARY_VERSION,
    at: 1_790_000_000_000,
    language: 'ja',
    tables: Object.entries(tables).map(([name, lines]) => ({
      name,
      file: `data/${name}.ndjson`,
      schema: `schema/${name}.schema.json`,
      rows: lines.length,
    })),
    files: all.map((file) => ({
      name: file.name,
      bytes: bytesOf(file.data).length,
      sha256: sha(file.data ?? ''),
    })),
    ...manifest,
  };
  return zipOf(change([...all, ...beside, { name: 'manifest.json', data: JSON.stringify(told) }]));
}
