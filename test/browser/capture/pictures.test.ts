import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Medium } from '../../../src/capture/capture.ts';
import { resumePictures } from '../../../src/capture/pictures.ts';
import { captures, media } from '../../../src/capture/tables.ts';
import { picturesOf } from '../../../src/capture/views/picture-urls.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { ownWorkspace } from '../stage.tsx';
import { capture, picture } from './stored.ts';

let workspace: Workspace;
beforeEach(() => {
  workspace = ownWorkspace();
});
afterEach(() => workspace.diary.delete());

const large = (hash: string): Medium => ({
  hash,
  type: 'image/png',
  bytes: new Uint8Array(3 << 20).fill(hash.charCodeAt(0)),
  at: 1,
});
const reads = async (address: string) =>
  fetch(address).then(
    async (answer) => (await answer.blob()).size,
    () => 0,
  );

it('a picture has one address while somebody shows it, and a while after; then the oldest are forgotten', async () => {
  const names = ['a', 'b', 'c', 'd'];
  await workspace.rows(media).bulkAdd(names.map(large));
  const pictures = picturesOf(workspace);
  const [first, again] = await Promise.all([pictures.take('a'), pictures.take('a')]);
  expect(again).toBe(first);
  pictures.giveBack('a');
  expect(await reads(first)).toBe(3 << 20);
  pictures.giveBack('a');
  expect(await pictures.take('a')).toBe(first);
  pictures.giveBack('a');
  const others: string[] = [];
  for (const name of ['b', 'c', 'd']) others.push(await pictures.take(name));
  for (const name of ['b', 'c', 'd']) pictures.giveBack(name);
  expect(await reads(first)).toBe(0);
  expect(await reads(others[0] ?? '')).toBe(0);
  expect(await reads(others[2] ?? '')).toBe(3 << 20);
  expect(await pictures.take('a')).not.toBe(first);
  expect(await pictures.take('none')).toBe('');
});

it('pending pictures are fetched when the browser starts, however old their capture is, unless it was removed', async () => {
  const url = URL.createObjectURL(new Blob([new Uint8Array(picture('').bytes)]));
  const pictures = [{ url, state: 'pending' as const, hash: '' }];
  const newer = Array.from({ length: 250 }, (_, n) => capture(`newer-${n}`, 1000 + n));
  await workspace.rows(captures).bulkAdd(newer);
  await workspace.put(captures, capture('old', 1, { pictures }));
  await workspace.put(captures, capture('removed', 2, { pictures, undone: 5 }));
  await resumePictures(workspace);
  const stateOf = async (id: string) => (await workspace.rows(captures).get(id))?.pictures[0]?.state;
  expect([await stateOf('capture-old'), await stateOf('capture-removed')]).toEqual(['stored', 'pending']);
  expect(await workspace.rows(media).count()).toBe(1);
});
