import * as z from 'zod/mini';
import { moment } from '../workspace/moment.ts';
import { own } from '../workspace/named.ts';

/** Name and version of the format. A layout that older builds cannot read raises the version. */
export const FORMAT = 'musubi-archive';
export const FORMAT_VERSION = 1;

export const MANIFEST = 'manifest.json';
export const INDEX = 'index.html';
export const dataFile = (table: string) => `data/${table}.ndjson`;
export const schemaFile = (table: string) => `schema/${table}.schema.json`;
export const sheetFile = (table: string) => `csv/${table}.csv`;
/** Rows that do not match their schema, unchanged. Included for the person; an import ignores them. */
export const asideFile = (table: string) => `aside/${table}.ndjson`;

const EXTENSIONS: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
};

/** Path of a row's bytes: a folder named after the table, the row's key, and a file extension. */
export function bytesFile(table: string, key: string, type: unknown): string {
  return `${table}/${key}.${own(EXTENSIONS, String(type)) ?? 'bin'}`;
}

const count = z.int().check(z.nonnegative());
const name = z.string().check(z.maxLength(200));

/** Fields that every version of the manifest has: enough to tell a newer file from a foreign one. */
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
  /** Every file except the manifest. */
  files: z.array(z.object({ name, bytes: count, sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)) })),
});
export type Manifest = z.infer<typeof Manifest>;

/** Limits for reading an archive, in bytes unless noted. */
export const LIMITS = {
  manifest: 64_000_000,
  /** One line: a capture with 200 looks of 20,000 characters is 12 MB. */
  line: 32_000_000,
  /** Twice the limit of a picture when it is captured. */
  media: 16_000_000,
  /** Total unpacked size. */
  total: 16_000_000_000,
  /** Highest compression ratio of a file larger than `small`. Repeated posts reach about 100. */
  ratio: 400,
  small: 4_000_000,
};
