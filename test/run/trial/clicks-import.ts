import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { importedRows } from '../../../src/results/import/keep.ts';
import { readClicksFile } from '../../../src/results/import/read.ts';
import { inZone, type Run } from './kind.ts';

const DAY = 86_400_000;

const Input = z.looseObject({ file: z.string(), zone: z.optional(z.string()) });

/** What would be kept of another service's file. */
export const runClicksImport: Run = (one, { folder }) => {
  const { file, zone } = Input.parse(one);
  const text = readFileSync(join(folder, file), 'utf8');
  return inZone(zone, () => {
    const read = readClicksFile(text);
    if (!read.ok) return { refused: read.reason };
    const { links, days } = importedRows(read.clicks, Math.floor(Date.now() / DAY), Date.now());
    const hours = days.flatMap((day) => Object.values(day.hours));
    const places = new Set(days.flatMap((day) => Object.keys(day.places)));
    return {
      clicks: hours.reduce((sum, { human = 0 }) => sum + human, 0),
      links: links.length,
      sources: [...places].sort(),
      days: [...new Set(days.map(({ at }) => new Date(at).toISOString().slice(0, 10)))].sort(),
    };
  });
};
