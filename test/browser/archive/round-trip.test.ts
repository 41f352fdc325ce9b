import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sumAgain, wrongSums } from '../../../src/activity/check.ts';
import { marks } from '../../../src/activity/mark.ts';
import { ARCHIVED } from '../../../src/app/archived.ts';
import { exportAll } from '../../../src/archive/export.ts';
import { importAll, previewImport } from '../../../src/archive/import.ts';
import { eventlessMarks } from '../../../src/capture/eventless-marks.ts';
import { keep } from '../../../src/capture/keep.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { post } from '../capture/stored.ts';
import { ownWorkspace } from '../stage.tsx';
import { AT, dump, fill, options } from './filled.ts';

let from: Workspace;
let into: Workspace;
beforeEach(async () => {
  from = ownWorkspace();
  into = ownWorkspace();
  await fill(from);
});
afterEach(async () => {
  await from.diary.delete();
  await into.diary.delete();
});

describe('taking it away and bringing it back', () => {
  it('gives an empty profile everything, once, however often it is brought back', async () => {
    const { blob } = await exportAll(from, ARCHIVED, options());
    const preview = await previewImport(into, ARCHIVED, blob);
    expect(preview).toMatchObject({ ok: true });
    expect(Object.values(await dump(into)).flat()).toEqual([]);
    const first = await importAll(into, ARCHIVED, blob);
    expect(first).toEqual(preview);
    const whole = await dump(into);
    expect(whole).toEqual(await dump(from));
    const again = await importAll(into, ARCHIVED, blob);
    expect(again.ok && again.report.tables.every(({ fresh, differing }) => fresh + differing === 0)).toBe(
      true,
    );
    expect(await dump(into)).toEqual(whole);
  });

  it('knows a capture again under every address it was met at', async () => {
    const url = 'https://www.x.com/aoi/status/met-twice/';
    const byPage = post('met-twice', { key: url, url, site: 'page', recipe: { id: 'page', version: 1 } });
    await keep(from, 'capture-page', byPage, AT);
    await keep(from, 'capture-feed', post('met-twice'), AT + 1);
    const kept = async (where: Workspace) =>
      (await where.rows(marks).bulkGet([url, 'x:met-twice'])).map((mark) => mark?.kept);
    expect(await kept(from)).toEqual([1, 1]);
    const { blob } = await exportAll(from, ARCHIVED, options());
    await importAll(into, ARCHIVED, blob);
    await importAll(into, ARCHIVED, blob);
    expect(await kept(into)).toEqual([1, 1]);
    expect(await dump(into)).toEqual(await dump(from));
    expect(await wrongSums(into, 0, eventlessMarks)).toEqual({ days: [], posts: [] });
    await sumAgain(into, 0, eventlessMarks);
    expect(await kept(into)).toEqual([1, 1]);
  });
});
