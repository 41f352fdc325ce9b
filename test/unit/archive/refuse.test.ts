import { afterEach, describe, expect, it } from 'vitest';
import { ARCHIVED } from '../../../src/app/archived.ts';
import { carried } from '../../../src/archive/archived.ts';
import { openArchive } from '../../../src/archive/open-archive.ts';
import { readRows } from '../../../src/archive/read-rows.ts';
import { Refused } from '../../../src/archive/refusal.ts';
import type { Row } from '../../../src/archive/row.ts';
import { HARMLESS, HOSTILE } from './hostile.ts';

/** Reads a file to its end, as a preview does, without a diary. */
async function readAll(bytes: Uint8Array): Promise<Row[]> {
  const archive = await openArchive(new Blob([new Uint8Array(bytes)]), ARCHIVED);
  const rows: Row[] = [];
  for (const table of carried(ARCHIVED)) {
    for await (const batch of readRows(archive, table)) rows.push(...batch);
  }
  return rows;
}

async function reasonOf(bytes: Uint8Array): Promise<string> {
  try {
    await readAll(bytes);
    return 'taken';
  } catch (error) {
    if (error instanceof Refused) return error.refusal.reason;
    throw error;
  }
}

/** What objects are made of is as it was. */
const WHOLE = Object.getOwnPropertyNames(Object.prototype).join();
afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(WHOLE);
});

describe('a file that is broken, hostile, newer or foreign', () => {
  // A file of a megabyte is packed and unpacked here, beside the browsers.
  it.each(HOSTILE.map((one) => [one.what, one] as const))('%s is refused with its reason', async (_, one) => {
    expect(await reasonOf(one.make())).toBe(one.reason);
  });

  it('comes in at least sixty ways here', () => {
    expect(new Set(HOSTILE.map((one) => one.what)).size).toBeGreaterThanOrEqual(60);
  });
});

describe('what only looks dangerous', () => {
  it.each(Object.entries(HARMLESS))('%s is taken', async (_, make) => {
    expect(await reasonOf(make())).toBe('taken');
  });

  it('stays the text it was', async () => {
    const [row] = await readAll((HARMLESS['HTML as a title'] ?? (() => new Uint8Array()))());
    expect(row?.title).toBe('<img src=x onerror=alert(1)>');
  });
});
