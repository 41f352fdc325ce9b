import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { drafts } from '../../../src/share/tables.ts';
import { openSheet } from '../../../src/share/views/sheet/mount.tsx';
import { until, wide } from '../stage.tsx';
import {
  aPost,
  background,
  buttonNamed,
  dialog,
  feedPage,
  host,
  leave,
  one,
  opening,
  outside,
  previewed,
} from './foreign-page.ts';

let near: HTMLButtonElement;
beforeEach(async () => {
  await wide();
  outside();
  near = feedPage();
  near.focus();
  await background();
});
afterEach(leave);

const closed = () => until(() => expect(host()).toBeNull());

describe('closing', () => {
  test('Escape gives the focus back to the pressed button', async () => {
    await opening(aPost(), near);
    expect(document.activeElement).toBe(host());
    await userEvent.keyboard('{Escape}');
    await closed();
    expect(document.activeElement).toBe(near);
  });

  test('so does a click outside, and the cross', async () => {
    await opening(aPost(), near);
    await userEvent.click(dialog(), { position: { x: 8, y: 8 } });
    await closed();
    expect(document.activeElement).toBe(near);
    await opening(aPost(), near);
    await userEvent.click(buttonNamed('閉じる'));
    await closed();
    expect(document.activeElement).toBe(near);
  });

  test('a click inside does not, nor a drag that ends outside', async () => {
    await opening(aPost(), near);
    await userEvent.click(one('.preview'));
    await userEvent.dragAndDrop(one('.preview'), dialog(), { targetPosition: { x: 8, y: 8 } });
    expect(host()).not.toBeNull();
  });

  test('its page going, or throwing it out, leaves nothing behind but the draft', async () => {
    const workspace = await background();
    for (const [words, end] of [
      ['一', () => window.dispatchEvent(new PageTransitionEvent('pagehide'))],
      ['二', () => host()?.remove()],
    ] as const) {
      await opening(aPost(), near);
      await userEvent.fill(one<HTMLTextAreaElement>('textarea'), words);
      end();
      await closed();
      await until(async () =>
        expect((await workspace.rows(drafts).toArray()).map((draft) => draft.words)).toEqual([words]),
      );
    }
  });

  test('opening for another post makes way for it', async () => {
    await opening(aPost(), near);
    openSheet(aPost({ key: 'x:2', links: ['https://b.example/'] }), near);
    await until(() => expect(previewed()).toContain('https://b.example/'));
    expect(document.querySelectorAll('[data-musubi-floating="sheet"]')).toHaveLength(1);
  });
});

test('the page differs by our one node while it is open, and by nothing afterwards', async () => {
  const before = document.documentElement.outerHTML;
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((more) => records.push(...more));
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  await opening(aPost(), near);
  await userEvent.fill(one<HTMLTextAreaElement>('textarea'), 'ことば');
  host()?.setAttribute('data-seen', '');
  const without = document.documentElement.cloneNode(true) as Element;
  without.querySelector('[data-musubi-floating]')?.remove();
  expect(without.outerHTML).toBe(before);
  await userEvent.keyboard('{Escape}');
  await closed();
  observer.disconnect();
  expect(document.documentElement.outerHTML).toBe(before);
  const others = records.filter(({ target, addedNodes, removedNodes }) => {
    const nodes = [...addedNodes, ...removedNodes];
    const ours = (node: Node) => node instanceof Element && node.hasAttribute('data-musubi-floating');
    return !ours(target) && !(nodes.length > 0 && nodes.every(ours));
  });
  expect(others).toEqual([]);
});

test('no event of the sheet reaches a listener of the page', async () => {
  const heard: string[] = [];
  const stop = new AbortController();
  const { signal } = stop;
  await opening(aPost(), near);
  const bubbling = [
    'click',
    'input',
    'change',
    'submit',
    'copy',
    'paste',
    'select',
    'scroll',
    'cancel',
    'close',
  ];
  const silent = [
    'keydown',
    'keyup',
    'keypress',
    'beforeinput',
    'pointerdown',
    'pointerup',
    'mousedown',
    'mouseup',
  ];
  const also = ['wheel', 'focusin', 'focusout', 'focus', 'blur'];
  for (const type of [...bubbling, ...silent, ...also]) {
    document.addEventListener(type, () => heard.push(type), { signal });
    document.body.addEventListener(type, () => heard.push(`body ${type}`), { signal });
  }
  for (const type of [...silent, ...also])
    document.addEventListener(type, () => heard.push(`capture ${type}`), { signal, capture: true });
  await userEvent.click(one('textarea'));
  await userEvent.keyboard('n j k / ?');
  await userEvent.tab();
  await userEvent.selectOptions(one('select'), aPost().url);
  await userEvent.click(one('.preview'));
  await userEvent.wheel(one('.preview'), { delta: { y: 100 } });
  stop.abort();
  expect(heard).toEqual([]);
  expect(one<HTMLTextAreaElement>('textarea').value).toBe('n j k / ?');
});

test('the focus stays inside', async () => {
  await opening(aPost(), near);
  for (let times = 0; times < 30; times++) {
    await userEvent.tab();
    const active = document.activeElement;
    expect(active === host() || active === document.body).toBe(true);
  }
});

describe('hostile content', () => {
  const markup = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>';

  test('is text, in the preview, the suggestions and the words', async () => {
    const post = aPost({
      title: markup,
      text: `${markup}\u202e txet \u200b。「${markup}」`,
      links: ['https://a.example/"><b>'],
    });
    await opening(post, near);
    await userEvent.fill(one<HTMLTextAreaElement>('textarea'), markup);
    await until(() => expect(previewed()).toContain(markup));
    expect(dialog().querySelector('img, script, b')).toBeNull();
    expect('hurt' in window).toBe(false);
    for (const suggestion of dialog().querySelectorAll('.suggestion'))
      expect(suggestion.textContent).not.toMatch(/[\u202a-\u202e\u200b]/);
  });

  test('a megabyte of words in a post is capped in the suggestions', async () => {
    await opening(aPost({ text: 'long. '.repeat(3333) }), near);
    for (const suggestion of dialog().querySelectorAll('.suggestion'))
      expect((suggestion.textContent ?? '').length).toBeLessThan(80);
  });

  test('a page’s own variables and rules do not reach the sheet', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '*{--surface:red!important;--ink:red!important;display:none!important;color:red!important;filter:blur(9px)!important}',
    );
    await opening(aPost(), near);
    const before = getComputedStyle(one('.panel')).backgroundColor;
    document.adoptedStyleSheets = [sheet];
    try {
      expect(getComputedStyle(one('.panel')).backgroundColor).toBe(before);
      expect(getComputedStyle(host() ?? near).display).toBe('contents');
      expect(getComputedStyle(host() ?? near).filter).toBe('none');
    } finally {
      document.adoptedStyleSheets = [];
    }
  });
});
