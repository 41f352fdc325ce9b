import { ROOMS } from '../../../src/app/declared.ts';
import '../../../src/app/companion/companion.css';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import en from '#words/en.json' with { type: 'json' };
import ja from '#words/ja.json' with { type: 'json' };
import type { Capture } from '../../../src/capture/capture.ts';
import type { Step } from '../../../src/capture/rights/permission-step.ts';
import { media } from '../../../src/capture/tables.ts';
import { date } from '../../../src/i18n/format.ts';
import type { LibraryItem } from '../../../src/library/item.ts';
import type { LibraryPost } from '../../../src/library/library-post.ts';
import { shareCapture } from '../../../src/library/share-capture.ts';
import { LibraryPage } from '../../../src/library/views/library-page.tsx';
import { SharedMedia } from '../../../src/library/views/media/shared-media.tsx';
import { keepMembership } from '../../../src/team/membership.ts';
import { Team } from '../../../src/team/team.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { monthOf } from '../../../src/workspace/room.ts';
import { bring, MOST_BYTES } from '../../../src/workspace/rooms/media/bring.ts';
import { roomMedia } from '../../../src/workspace/rooms/media/tables.ts';
import { resendAll, waitingCounts } from '../../../src/workspace/rooms/outbox.ts';
import { sent } from '../../../src/workspace/rooms/tables.ts';
import { capture as captureOf, picture } from '../capture/stored.ts';
import { accessible, clear, narrow, ownWorkspace, show, until, wide } from '../stage.tsx';
import { MEMBER as MANAGER } from './member.ts';

const MEMBER = { ...MANAGER, role: 'member' as const };
const NOW = Date.now();

let workspace: Workspace;
let team: Team;
beforeEach(async () => {
  workspace = ownWorkspace();
  await keepMembership(workspace, MEMBER);
  team = new Team(workspace, MEMBER, ROOMS);
  await wide();
});
afterEach(async () => {
  clear();
  team.close();
  await workspace.diary.delete();
});

async function drawing(width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const draw = canvas.getContext('2d', { willReadFrequently: true });
  if (draw) {
    draw.fillStyle = '#c08060';
    draw.fillRect(0, 0, width, height);
  }
  return canvas.convertToBlob();
}
const small = () => new Uint8Array(picture('').bytes);
const library = () => (
  <LibraryPage team={team} channels={[]} siteName={(id) => id} onShare={() => undefined} />
);
const written = async <Value,>(root: string) =>
  (await workspace.rows(sent).toArray())
    .filter((row) => row.root === root)
    .map(({ value }) => value as Value);
const input = () => {
  const found = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (!found) throw new Error('no place for files');
  return found;
};
const item = (hash: string, bytes: number): LibraryItem => ({
  id: 'first-item',
  at: NOW,
  title: 'Autumn coffee',
  versions: [],
  link: '',
  media: [{ hash, type: 'image/png', bytes, alt: 'A cup' }],
  channels: [],
  campaign: '',
  from: 0,
  to: 0,
  tags: [],
  trashed: 0,
});

describe('pictures of an item', () => {
  it('are added as files; what cannot be stored is named, and the rest is stored', async () => {
    await show(library());
    await page.getByRole('button', { name: en.libraryAdd }).click();
    await page.getByLabelText(en.libraryTitleField).fill('Autumn coffee');
    const [cup, page404] = [new File([small()], 'cup.png'), new File(['<html>'], 'page.html')];
    await userEvent.upload(input(), [cup, page404]);
    const wrong = en.mediaType.replace('{name}', 'page.html');
    await expect.element(page.getByText(wrong)).toBeVisible();
    await page.getByLabelText(en.mediaAlt).fill('A cup on a table');
    await accessible();
    await narrow();
    // The same again is one picture.
    await userEvent.upload(input(), [cup]);
    await page.getByRole('button', { name: en.librarySave }).click();
    await page.getByRole('button', { name: 'Autumn coffee', exact: true }).click();
    await expect.element(page.getByRole('img', { name: 'A cup on a table' })).toBeVisible();
    await expect.element(page.getByText(en.mediaWaits)).toBeVisible();
    await until(async () => expect(await written('items')).toHaveLength(1));
    const [saved] = await written<LibraryItem>('items');
    expect(saved?.media).toHaveLength(1);
    const row = await workspace.rows(roomMedia).get(saved?.media[0]?.hash ?? '');
    expect(row).toMatchObject({ type: 'image/png', state: 'waiting' });
    expect(await waitingCounts(workspace)).toEqual({ waiting: 2, refused: 0 });
    await accessible();
  });

  it('are shown in Settings as what leaves, with how far they are', async () => {
    await bring(workspace, new Blob([small()]), NOW);
    await show(<SharedMedia team={team} />, 'ja');
    await expect.element(page.getByText(ja.leavesWaiting)).toBeVisible();
    await accessible();
    await narrow();
  });

  it('that a colleague added are downloaded on request, and say why they are not', async () => {
    await team.rooms.put(`library/${monthOf(NOW)}`, 'items', 'first-item', item('a'.repeat(64), 4_200_000));
    await show(library(), 'ja');
    await page.getByRole('button', { name: 'Autumn coffee', exact: true }).click();
    const button = page.getByRole('button', { name: ja.mediaShow.replace('{size}', '4.2 MB') });
    await button.click();
    await expect.element(page.getByText(ja.mediaAway)).toBeVisible();
    await accessible();
    await narrow();
  });

  it('too large for a device are refused with the limit, before they are read', async () => {
    const huge = new File([new Uint8Array(MOST_BYTES + 1)], 'film.mp4');
    expect(await bring(workspace, huge, NOW)).toEqual({ ok: false, reason: 'large' });
    expect(await workspace.rows(roomMedia).count()).toBe(0);
  });

  it('are what their bytes are, not what their names say', async () => {
    const markup = new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'a.png', { type: 'image/png' });
    expect(await bring(workspace, markup, NOW)).toEqual({ ok: false, reason: 'type' });
    const png = new File([small()], 'b.jpg', { type: 'image/jpeg' });
    expect(await bring(workspace, png, NOW)).toMatchObject({ ok: true, type: 'image/png' });
  });

  it('are sent again to a hub that was restored, and those of others are not', async () => {
    // What stands behind the picture's end makes it another.
    for (const end of ['', '.']) await bring(workspace, new Blob([small(), end]), NOW);
    const [mine, theirs] = await workspace.rows(roomMedia).toArray();
    await workspace.rows(roomMedia).update(mine?.hash ?? '', { state: 'sent' });
    await workspace.rows(roomMedia).update(theirs?.hash ?? '', { state: 'fetched' });
    await resendAll(workspace);
    const states = (await workspace.rows(roomMedia).toArray()).map(({ state }) => state);
    expect(states.sort()).toEqual(['fetched', 'waiting']);
  });
});

describe('the picture of a shared post', () => {
  const grant = (part: Partial<Step> = {}): Step => ({
    ...{ id: 'step-0001', type: 'granted', at: NOW, on: NOW, words: 'どうぞ', link: '', uses: ['website'] },
    ...{ terms: '', until: null, ...part },
  });
  const previewShared = async (rights: Capture['rights'], permission: Step[] = [], at = NOW) => {
    const bytes = new Uint8Array(await (await drawing(2000, 1000)).arrayBuffer());
    const medium = { ...picture('b'.repeat(64)), bytes };
    await workspace.put(media, medium);
    const pictures = [{ url: 'https://x.com/p.png', state: 'stored' as const, hash: medium.hash }];
    await shareCapture(team, captureOf('1', NOW, { rights, pictures, permission }), at);
    const [post] = await written<LibraryPost>('posts');
    const row = await workspace.rows(roomMedia).get(post?.thumbnail ?? '');
    const { width, height } = await createImageBitmap(new Blob([new Uint8Array(row?.bytes ?? [])]));
    return { type: row?.type, width, height };
  };

  it('is a small preview until its author has granted its use', async () => {
    expect(await previewShared('unasked')).toEqual({ type: 'image/jpeg', width: 320, height: 160 });
    await show(library());
    await page.getByRole('radio', { name: en.libraryPosts }).click();
    await until(() => expect(document.querySelector('.library-media img')).not.toBeNull());
    // It may be looked at, and not taken.
    expect(await page.getByRole('button', { name: en.mediaSave }).query()).toBeNull();
    await accessible();
  });

  it('is larger once they have', async () => {
    const larger = { type: 'image/jpeg', width: 1600, height: 800 };
    expect(await previewShared('granted', [grant()])).toEqual(larger);
  });

  it('is no longer shown once what they granted has ended', async () => {
    // It was shared a moment before.
    expect(await previewShared('granted', [grant({ until: NOW - 1 })], NOW - 2)).toMatchObject({
      width: 1600,
    });
    expect(await written('posts')).toMatchObject([{ until: NOW - 1 }]);
    await show(library());
    await page.getByRole('radio', { name: en.libraryPosts }).click();
    const ended = en.libraryPictureEnded.replace('{date}', date(NOW - 1, 'en'));
    await expect.element(page.getByText(ended)).toBeVisible();
    expect(document.querySelector('.library-media img')).toBeNull();
    await accessible();
    await narrow();
  });

  it('is shown while what they granted goes on', async () => {
    await previewShared('granted', [grant({ until: NOW + 3_600_000 })]);
    await show(library());
    await page.getByRole('radio', { name: en.libraryPosts }).click();
    await until(() => expect(document.querySelector('.library-media img')).not.toBeNull());
  });

  it.each([
    ['has ended', grant({ until: NOW - 1 })],
    ['names nothing that it may be used for', grant({ uses: [], terms: '店内の掲示だけ' })],
  ])('stays small where what they granted %s', async (_, step) => {
    expect(await previewShared('granted', [step])).toMatchObject({ width: 320 });
    // What needs no permission has no end.
    expect((await written<LibraryPost>('posts'))[0]?.until).toBeUndefined();
  });
});
