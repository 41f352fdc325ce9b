import * as z from 'zod/mini';
import { hashOf } from '../workspace/bytes.ts';
import type { TableDeclaration } from '../workspace/declare.ts';
import { bytesField, keyField } from '../workspace/shape.ts';
import { ruleOf } from './archived.ts';
import { LIMITS } from './format.ts';
import type { OpenArchive } from './open-archive.ts';
import { Refused } from './refusal.ts';
import { fieldsOf, type Key, type Row } from './row.ts';
import { unsafeReason } from './unsafe-value.ts';
import { mainThreadYielder } from './yield-to-main.ts';
import { unpackWhole } from './zip/read.ts';
import { linesOf } from './zip-lines.ts';

/** Rows passed on at a time. */
const BATCH = 250;

interface Place {
  readonly file: string;
  readonly line: number;
}

function objectIn(text: string, place: Place): Row {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Refused('json', { ...place, detail: String(error) });
  }
  const wrong = unsafeReason(value);
  if (wrong) throw new Refused('row', { ...place, detail: wrong });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refused('row', { ...place, detail: 'not an object' });
  }
  return fieldsOf(value);
}

/** The row with the bytes of the file it names. */
async function withBytes(archive: OpenArchive, row: Row, field: string, place: Place): Promise<Row> {
  const name = row[field];
  const entry = typeof name === 'string' ? archive.entries.get(name) : undefined;
  if (!entry) throw new Refused('missing', { ...place, detail: String(name) });
  const bytes = await unpackWhole(archive.blob, entry, LIMITS.media);
  if ((await hashOf(bytes)) !== archive.hashes.get(entry.name))
    throw new Refused('hash', { file: entry.name });
  return { ...row, [field]: bytes };
}

function checked(table: TableDeclaration, row: Row, place: Place): Row {
  const result = table.row.safeParse(row);
  if (!result.success) throw new Refused('row', { ...place, detail: z.prettifyError(result.error) });
  return fieldsOf(result.data);
}

/** Checks that keys ascend, as they were written, which detects duplicates without remembering all keys. */
function rising(last: Key | null, key: unknown, place: Place): Key {
  if (typeof key !== 'string' && typeof key !== 'number')
    throw new Refused('row', { ...place, detail: 'no key' });
  if (last !== null && (typeof last !== typeof key || key <= last)) {
    throw new Refused('order', { ...place, detail: String(key) });
  }
  return key;
}

/** Parses and validates one line: JSON, bytes, schema and key. */
function reading(archive: OpenArchive, table: TableDeclaration) {
  const { fits } = ruleOf(table);
  const field = bytesField(table);
  const keyName = keyField(table);
  let last: Key | null = null;
  return async (text: string, place: Place): Promise<Row> => {
    const raw = objectIn(text, place);
    const row = checked(table, field ? await withBytes(archive, raw, field, place) : raw, place);
    last = rising(last, row[keyName], place);
    if (fits && !(await fits(row))) throw new Refused('row', { ...place, detail: 'not what it says' });
    return row;
  };
}

/**
 * The rows of a table in a file, validated one by one, in batches. Throws `Refused` at the first invalid one,
 * with its line.
 */
export async function* readRows(archive: OpenArchive, table: TableDeclaration): AsyncGenerator<Row[]> {
  const listed = archive.manifest.tables.find(({ name }) => name === table.name);
  const entry = listed && archive.entries.get(listed.file);
  if (!listed || !entry) return;
  const read = reading(archive, table);
  const yieldToMain = mainThreadYielder();
  let seen = 0;
  let batch: Row[] = [];
  for await (const lines of linesOf(archive.blob, entry, archive.hashes.get(listed.file) ?? '')) {
    for (const { text, number } of lines) {
      batch.push(await read(text, { file: listed.file, line: number }));
      seen += 1;
      await yieldToMain();
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
  }
  if (seen !== listed.rows)
    throw new Refused('count', { file: listed.file, detail: `${seen}, not ${listed.rows}` });
  if (batch.length > 0) yield batch;
}
