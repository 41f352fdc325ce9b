import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { drafts, shares } from '../../../../src/share/tables.ts';
import { addTemplate } from '../../../../src/share/templates.ts';
import { openSheet } from '../../../../src/share/views/sheet/mount.tsx';
import { answers, browser } from '../../browser-stand-in.ts';
import { until } from '../../stage.tsx';
import {
  aPost,
  area,
  buttonNamed,
  dialog,
  disclosure,
  host,
  main,
  note,
  one,
  opening,
  press,
  previewed,
  scene,
  square,
} from '../foreign-page.ts';

const here = scene();
const storedShares = () => here.workspace.rows(shares).toArray();

test('words of one’s own are offered, put in where the caret is, and then no more', async () => {
  await addTemplate(here.workspace, 'うちの店の一番人気です');
  await opening(aPost(), here.near);
  await press(buttonNamed('このことばを使う：うちの店の一番人気です'));
  expect(area().value).toBe('うちの店の一番人気です');
  await until(() => expect(previewed()).toContain('うちの店の一番人気です'));
  expect(dialog().querySelector('[data-own]')).toBeNull();
});

describe('the disclosure', () => {
  test('reworded without its mark is refused in words, and the button leads there', async () => {
    await opening(aPost(), here.near);
    await userEvent.fill(disclosure(), 'あさひ珈琲の社員です');
    await until(() => expect(main().textContent).toBe('PR表記を直す'));
    expect(one('.wrong').textContent).not.toBe('');
    await press(main());
    expect(host()?.shadowRoot?.activeElement).toBe(disclosure());
    expect(await storedShares()).toEqual([]);
    await press(buttonNamed('いつもの文に戻す'));
    await until(() => expect(main().textContent).toBe('Xで開く'));
  });

  test('taken out asks why once, and the reason is kept', async () => {
    await opening(aPost(), here.near);
    await press(buttonNamed('外す'));
    await until(() => void one('.why'));
    expect(buttonNamed('PR表記なしにする').disabled).toBe(true);
    expect(previewed()).toContain('【PR】');
    await userEvent.fill(one('.why input'), 'もう社員ではありません');
    await press(buttonNamed('PR表記なしにする'));
    await until(() => expect(previewed()).not.toContain('【PR】'));
    await press(main());
    await until(async () => expect(await storedShares()).toHaveLength(1));
    expect((await storedShares())[0]?.disclosure).toMatchObject({
      removed: 'もう社員ではありません',
      text: '',
    });
    expect(dialog().querySelector('.why')).toBeNull();
    await press(buttonNamed('元に戻す'));
    await until(() => expect(previewed()).toContain('【PR】'));
  });
});

describe('length', () => {
  test('counts as the network does, and over it the button says what to do', async () => {
    await opening(aPost(), here.near);
    await userEvent.fill(area(), '珈琲');
    await until(() => expect(one('.meter').textContent).toContain('49 / 280'));
    await userEvent.fill(area(), 'あ'.repeat(200));
    await until(() => expect(main().textContent).toBe('Xには長すぎます。ことばを165字減らす'));
    expect(one('.meter').textContent).toContain('165字オーバー');
    await press(main());
    expect(host()?.shadowRoot?.activeElement).toBe(area());
    expect(await storedShares()).toEqual([]);
    square('bluesky').click();
    await until(() => expect(one('.meter').textContent).toMatch(/\d+字オーバー/));
    square('line').click();
    await until(() => expect(one('.meter').textContent).toBe(''));
    expect(main().textContent).toBe('LINEで開く');
  });
});

describe('words', () => {
  test('a suggestion goes in as a quotation, at the caret', async () => {
    await opening(aPost(), here.near);
    await userEvent.fill(area(), 'おいしい');
    await press(one('.suggestion'));
    await until(() => expect(area().value).toBe('おいしい 「夕凪」'));
  });

  test('are stored when the sheet closes, come back, and go once sent', async () => {
    await opening(aPost(), here.near);
    await userEvent.fill(area(), 'あとで直す');
    await userEvent.keyboard('{Escape}');
    await until(() => expect(host()).toBeNull());
    await opening(aPost(), here.near);
    expect(area().value).toBe('あとで直す');
    await press(main());
    await until(() => expect(here.out.windows).toHaveLength(1));
    await userEvent.keyboard('{Escape}');
    await until(() => expect(host()).toBeNull());
    expect(await here.workspace.rows(drafts).toArray()).toEqual([]);
  });

  test('are stored while typing: the tab can go at any moment', async () => {
    await opening(aPost(), here.near);
    await userEvent.fill(area(), '書きかけ');
    await until(async () =>
      expect((await here.workspace.rows(drafts).toArray()).map(({ words }) => words)).toEqual(['書きかけ']),
    );
  });

  test('that cannot be stored leave the sheet open once, and say so', async () => {
    await opening(aPost(), here.near);
    answers.message = () => ({ ok: false, reason: 'failed', detail: 'QuotaExceededError' });
    await userEvent.fill(area(), '消えては困る');
    await userEvent.keyboard('{Escape}');
    await until(() => expect(note()).toContain('QuotaExceededError'));
    await userEvent.keyboard('{Escape}');
    await until(() => expect(host()).toBeNull());
  });
});

describe('a background that is gone', () => {
  test('is said in words with a reload, and nothing typed is lost', async () => {
    await opening(aPost(), here.near);
    await userEvent.fill(area(), '大事なことば');
    const { id } = browser.runtime;
    Object.assign(browser.runtime, { id: undefined });
    try {
      await press(main());
      await until(() => expect(note()).toContain('更新されました'));
      expect(one('.note button').textContent).toBe('ページを読み込み直す');
      expect(area().value).toBe('大事なことば');
      expect(here.out.copied).toEqual([]);
    } finally {
      Object.assign(browser.runtime, { id });
    }
  });

  test('before it opened: the sheet says so and can be closed', async () => {
    answers.message = () => ({ ok: false, reason: 'failed', detail: 'DatabaseClosedError' });
    openSheet(aPost(), here.near);
    await until(() => expect(note()).toContain('DatabaseClosedError'));
    await userEvent.keyboard('{Escape}');
    await until(() => expect(host()).toBeNull());
  });
});
