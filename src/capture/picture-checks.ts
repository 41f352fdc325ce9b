import type { Check } from '../workspace/check.ts';
import type { Workspace } from '../workspace/open.ts';
import { wholeFrom } from '../workspace/whole-from.ts';
import type { Picture } from './capture.ts';
import { eachCapture, picturesOf } from './each-capture.ts';
import { captures, media } from './tables.ts';

const isStored = (picture: Picture) => picture.state === 'stored';

/**
 * Stored pictures that no capture uses, and captures whose stored picture is missing. Pictures from before
 * `since` (UTC ms) are ignored: retention may have deleted them.
 */
export async function looseEnds(
  workspace: Workspace,
  since: number,
  signal?: AbortSignal,
): Promise<{ unused: string[]; lacking: string[] }> {
  const here = new Set((await workspace.rows(media).toCollection().primaryKeys()) as string[]);
  const used = new Set<string>();
  const lacking: string[] = [];
  await eachCapture(
    workspace,
    (capture) => {
      const stored = picturesOf(capture).filter(isStored);
      for (const { hash } of stored) used.add(hash);
      if (capture.at >= since && stored.some(({ hash }) => !here.has(hash))) lacking.push(capture.id);
    },
    signal,
  );
  return { unused: [...here].filter((hash) => !used.has(hash)), lacking };
}

/** Deletes stored pictures that no capture uses. */
export async function dropUnused(workspace: Workspace): Promise<void> {
  await workspace.together([captures, media], async () => {
    await workspace.rows(media).bulkDelete((await looseEnds(workspace, 0)).unused);
  });
}

/** Marks missing pictures as pending, so that they are fetched again from their source. */
export async function readAgain(workspace: Workspace, since: number): Promise<void> {
  await workspace.together([captures, media], async () => {
    const here = new Set((await workspace.rows(media).toCollection().primaryKeys()) as string[]);
    const { lacking } = await looseEnds(workspace, since);
    const rows = await workspace.rows(captures).bulkGet(lacking);
    const mended = rows
      .flatMap((row) => (row ? [row] : []))
      .map((row) => ({
        ...row,
        pictures: row.pictures.map(
          (picture): Picture =>
            isStored(picture) && !here.has(picture.hash)
              ? { ...picture, state: 'pending', hash: '' }
              : picture,
        ),
      }));
    await workspace.rows(captures).bulkPut(mended);
  });
}

/** Pictures that no capture shows, and captures whose pictures are not here. */
export const pictureChecks: readonly Check[] = [
  {
    id: 'unused',
    found: 'checkUnused',
    mends: 'checkUnusedMend',
    find: async (workspace, signal) => (await looseEnds(workspace, 0, signal)).unused.length,
    mend: dropUnused,
  },
  {
    id: 'lacking',
    found: 'checkLacking',
    mends: 'checkLackingMend',
    find: async (workspace, signal) =>
      (await looseEnds(workspace, await wholeFrom(workspace, media.name), signal)).lacking.length,
    mend: async (workspace) => readAgain(workspace, await wholeFrom(workspace, media.name)),
  },
];
