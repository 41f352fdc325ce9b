import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportAll } from '../../../src/archive/export.ts';
import { importAll, previewImport } from '../../../src/archive/import.ts';
import { ARCHIVED } from '../../../src/archived.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { ownWorkspace } from '../stage.tsx';
import { dump, fill, options } from './filled.ts';

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
});
