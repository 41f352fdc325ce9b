import * as z from 'zod/mini';
import { own } from '../workspace/named.ts';

/** What a file of ours calls itself, and the version of its layout. A layout that older builds cannot read raises it. */
export const FORMAT = 'musubi-archive';
export const FORMAT_VERSION = 1;

export const MANIFEST = 'manifest.json';
export const INDEX = 'index.html';
export const dataFile = (table: string) => `data/${table}.ndjson`;
export const schemaFile = (table: string) => `schema/${table}.schema.json`;
export const sheetFile = (table: string) => `csv/${table}.csv`;
/** Rows that do not fit their schema, as they stand. Carried for the person; an import leaves them where they are. */
export const asideFile = (table: string) => `aside/${table}.ndjson`;

const EXTENSIONS: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
};

/** Where the bytes of a row are: a folder named after the table, the row's key, and an extension that opens. */
export function bytesFile(table: string, key: string, type: unknown): string {
  return `${table}/${key}.${own(EXTENSIONS, String(type)) ?? 'bin'}`;
}

const count = z.int().check(z.nonnegative());
const name = z.string().check(z.maxLength(200));
const moment = z.number().check(z.minimum(-8.64e15), z.maximum(8.64e15));

/** What every version of the manifest says of itself: enough to tell a newer one from a foreign one. */
export const Stamp = z.object({ format: z.literal(FORMAT), version: z.int().check(z.positive()) });

export const Manifest = z.object({
  format: z.literal(FORMAT),
  version: z.int().check(z.positive()),
  /** The version of Musubi that wrote it. */
  app: z.string().check(z.maxLength(40)),
  /** The version of the diary's schema. */
  diary: z.int().check(z.positive()),
  /** When it was written, UTC ms. */
  at: moment,
  language: z.string().check(z.maxLength(20)),
  tables: z.array(z.object({ name, file: name, schema: name, rows: count })).check(z.maxLength(200)),
  /** Every file but the manifest itself. */
  files: z.array(z.object({ name, bytes: count, sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)) })),
});
export type Manifest = z.infer<typeof Manifest>;

/** Limits of a file that is read, in bytes unless said otherwise. */
export const LIMITS = {
  manifest: 64_000_000,
  /** One line: a capture with 200 looks of 20,000 characters is 12 MB. */
  line: 32_000_000,
  /** A picture is at most 8 MB when it is kept. */
  media: 16_000_000,
  /** All that is unpacked. */
  total: 16_000_000_000,
  /** How many times larger than packed a file may be, once it is larger than `small`. Repeated posts reach about 100. */
  ratio: 400,
  small: 4_000_000,
};
