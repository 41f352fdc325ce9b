import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { events } from '../../../src/activity/events.ts';
import { keep } from '../../../src/capture/keep.ts';
import { captures, media } from '../../../src/capture/tables.ts';
import { DetailPage } from '../../../src/capture/views/detail/detail-page.tsx';
import { Toasts } from '../../../src/ui/toast.tsx';
import type { Workspace } from '../../../src/workspace/open.ts';
import { accessible, brokenWorkspace, clear, narrow, ownWorkspace, show, until, wide } from '../stage.tsx';
import { capture, picture, post } from './stored.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = ownWorkspace();
  await wide();
});
afterEach(async () => {
  clear();
  location.hash = '';
  await workspace.diary.delete();
});

const siteName = () => 'X';
const detail = (id: string, known: readonly string[] = []) => (
  <>
    <DetailPage workspace={workspace} id={id} knownTags={known} siteName={siteName} />
    <Toasts />
  </>
);
const stored = async (id: string) => workspace.rows(captures).get(id);

const RLO = '\u202e';
const image = (n: number) => ({
  kind: 'image' as const,
  url: `https://x.com/${n}.png`,
  alt: n === 1 ? 'カップ' : '',
  width: 40,
  height: 30,
});

async function full(): Promise<void> {
  await workspace.put(media, picture('aa'));
  const counts = {
    likes: { shown: '3.8万', value: 38_000, exact: false },
    replies: { shown: '12', value: 12, exact: true },
  };
  await workspace.put(
    captures,
    capture(
      'full',
      1000,
      {
        pictures: [
          { url: 'https://x.com/1.png', state: 'stored', hash: 'aa' },
          { url: 'https://x.com/2.png', state: 'unreadable', hash: '' },
          { url: 'https://x.com/3.png', state: 'large', hash: '' },
        ],
        looks: [
          { at: 500, counts: {}, text: 'before' },
          { at: 1000, counts, text: `<b>夕凪</b>${RLO}` },
        ],
      },
      {
        text: `<b>夕凪</b>${RLO}`,
        counts,
        media: [image(1), image(2), image(3), { ...image(4), kind: 'video' }],
        quotes: { url: 'https://x.com/q', author: { name: '店', handle: '', url: '' }, text: '引かれた文' },
        answers: { url: '', author: { name: '', handle: '@asked', url: '' }, text: '問い' },
        links: ['https://asahi-coffee.example/yunagi'],
        capped: ['text'],
        status: 'partial',
        missing: ['time'],
        time: null,
      },
    ),
  );
}

describe('one capture', () => {
  it('shows all that is known of a post, as text, in its own language', async () => {
    await full();
    const root = await show(detail('capture-full'));
    await until(() => expect(root.querySelector('img')?.naturalWidth).toBe(40));
    const words = root.querySelector('.detail-head h1');
    expect(words?.textContent).toBe(`<b>夕凪</b>${RLO}`);
    expect(words?.querySelector('b')).toBeNull();
    expect([words?.getAttribute('dir'), words?.getAttribute('lang')]).toEqual(['auto', 'ja']);
    expect(words && getComputedStyle(words).unicodeBidi).toMatch(/isolate|plaintext/);
    for (const said of [
      'Could not be read: time',
      'showed only the beginning of the text',
      'Time unknown',
      'about 38,000',
      '引かれた文',
      '問い',
      'does not let it be read',
      'over 8 MB',
      'A video',
      'the text had changed',
      'View only',
      'by the recipe x, version 3',
    ]) {
      expect(root.textContent).toContain(said);
    }
    await accessible();
    await narrow();
  });

  it('tells what we cut from what the page did not show', async () => {
    const long = { text: 'あ'.repeat(20_000), capped: ['text' as const] };
    const many = { media: Array.from({ length: 40 }, (_, i) => image(i)), capped: ['media' as const] };
    const few = { media: [image(1)], capped: ['media' as const] };
    for (const [name, post, said] of [
      ['long', long, 'first 20,000 characters'],
      ['many', many, 'first 40 pictures'],
      ['few', few, 'pictures that it did not show yet'],
    ] as const) {
      await workspace.put(captures, capture(name, 1000, {}, post));
      const root = await show(detail(`capture-${name}`));
      await until(() => expect(root.textContent).toContain(said));
    }
  });

  it('leads back to the original and to the author, telling neither where one comes from', async () => {
    await full();
    await show(detail('capture-full'));
    const original = page.getByRole('link', { name: 'Open the original' });
    await expect.element(original).toHaveAttribute('href', 'https://x.com/aoi/status/full');
    await expect.element(original).toHaveAttribute('rel', 'noreferrer');
    await expect
      .element(page.getByRole('link', { name: '@aoi' }))
      .toHaveAttribute('href', 'https://x.com/aoi');
  });

  it('fetches no picture from the network', async () => {
    await full();
    const root = await show(detail('capture-full'));
    await until(() => expect(root.querySelectorAll('img')).toHaveLength(1));
    expect(root.querySelector('img')?.src).toMatch(/^blob:/);
  });

  it('saves the note by itself, says so, and saves what is left over when one goes', async () => {
    await workspace.put(captures, capture('1', 1));
    await show(detail('capture-1'));
    const note = page.getByRole('textbox', { name: 'Note' });
    await note.fill('許可を頼む');
    await expect.element(page.getByText('Saved on this device')).toBeVisible();
    expect((await stored('capture-1'))?.note).toBe('許可を頼む');
    await note.fill('もう一度');
    clear();
    await until(async () => expect((await stored('capture-1'))?.note).toBe('もう一度'));
  });

  it('says where a note could not be saved, and keeps what was typed', async () => {
    await workspace.put(captures, capture('1', 1));
    await show(detail('capture-1'));
    const note = page.getByRole('textbox', { name: 'Note' });
    await expect.element(note).toBeVisible();
    workspace.diary.table('captures').hook('updating', () => {
      throw new Error('disk full');
    });
    await note.fill('まだここにある');
    await expect.element(page.getByText(/Not saved yet/)).toBeVisible();
    await expect.element(note).toHaveValue('まだここにある');
  });

  it('follows a note that another window wrote', async () => {
    await workspace.put(captures, capture('1', 1, { note: 'a' }));
    await show(detail('capture-1'));
    const note = page.getByRole('textbox', { name: 'Note' });
    await expect.element(note).toHaveValue('a');
    await workspace.put(captures, capture('1', 1, { note: 'b' }));
    await expect.element(note).toHaveValue('b');
  });

  it('takes tags by typing, offers those used before, and lets go of them', async () => {
    await workspace.put(captures, capture('1', 1, { tags: ['店'] }));
    await show(detail('capture-1', ['カフェ', '店', '味']));
    const field = page.getByRole('textbox', { name: 'Tags' });
    await field.fill('かふぇ');
    await userEvent.keyboard('{Enter}');
    await until(async () => expect((await stored('capture-1'))?.tags).toEqual(['店', 'カフェ']));
    await expect.element(field).toHaveValue('');
    await page.getByRole('button', { name: 'Add tag: 味' }).click();
    await until(async () => expect((await stored('capture-1'))?.tags).toEqual(['店', 'カフェ', '味']));
    await page.getByRole('button', { name: 'Remove tag: 店' }).click();
    await until(async () => expect((await stored('capture-1'))?.tags).toEqual(['カフェ', '味']));
    await accessible();
  });

  it('removes with its event, and brings both back with no look that nobody took', async () => {
    await keep(workspace, 'capture-a', post('a'), 1000);
    await show(detail('capture-a'));
    await page.getByRole('button', { name: 'Move to trash' }).click();
    await until(() => expect(location.hash).toBe('#/captures'));
    expect((await stored('capture-a'))?.undone).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await until(async () => expect((await stored('capture-a'))?.undone).toBe(0));
    const capturedNow = await workspace
      .rows(events)
      .filter(({ undone }) => undone === 0)
      .toArray();
    expect(capturedNow.map(({ type, about }) => [type, about])).toEqual([['captured', 'capture-a']]);
    expect((await stored('capture-a'))?.looks).toHaveLength(1);
  });

  it('says of a removed one that it is removed, and keeps it again', async () => {
    await keep(workspace, 'capture-a', post('a'), 1000);
    await workspace.put(captures, capture('gone', 1, { undone: 5, event: 'c-capture-a' }));
    await show(detail('capture-gone'));
    await expect.element(page.getByText(/This post is in the trash/)).toBeVisible();
    await accessible();
    await page.getByRole('button', { name: 'Restore' }).click();
    await until(async () => expect((await stored('capture-gone'))?.undone).toBe(0));
  });

  it('says that a post is not here, and that reading failed', async () => {
    await show(detail('capture-none'));
    await expect.element(page.getByRole('heading', { name: 'This post is not here' })).toBeVisible();
    await accessible();
    const root = await show(
      <DetailPage workspace={brokenWorkspace()} id="capture-1" knownTags={[]} siteName={siteName} />,
    );
    await until(() => expect(root.querySelector('[role="alert"]')).not.toBeNull());
  });
});
