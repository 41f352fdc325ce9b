import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { linkHours, peopleIn } from '../../../src/link/clicks.ts';
import { readClicksFile } from '../../../src/link/import/read.ts';
import { importedRows } from '../../../src/link/import/store-rows.ts';
import { channelOfSource } from '../../../src/share/channels/index.ts';
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
    const { links, days } = importedRows(
      read.clicks,
      Math.floor(Date.now() / DAY),
      Date.now(),
      channelOfSource,
    );
    const hours = linkHours(days);
    const dayNames = hours.map(({ day }) => new Date(day * DAY).toISOString().slice(0, 10));
    const places = new Set(days.flatMap((day) => Object.keys(day.places)));
    return {
      clicks: hours.reduce((sum, { counts }) => sum + peopleIn(counts), 0),
      links: links.length,
      sources: [...places].sort(),
      // Nothing is kept on a day before the person has said which it is.
      days: read.ambiguousDate ? [] : [...new Set(dayNames)].sort(),
    };
  });
};
