import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { dayOf } from '../../../../src/activity/event.ts';
import { rollups } from '../../../../src/activity/rollup.ts';
import { openSheet } from '../../../../src/share/views/sheet/mount.tsx';
import { themeSetting } from '../../../../src/ui/theme.ts';
import { writeSetting } from '../../../../src/workspace/setting.ts';
import { answers } from '../../browser-stand-in.ts';
import { until } from '../../stage.tsx';
import {
  allChannels,
  aPost,
  area,
  background,
  dialog,
  disclosure,
  host,
  main,
  one,
  opening,
  press,
  scene,
  square,
} from '../foreign-page.ts';

const here = scene();

// How long that takes is measured by a bench; here it is that nothing else is waited for.
test('opens with one question to the background, and is whole with its answer', async () => {
  const asked: unknown[] = [];
  const { message } = answers;
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  answers.message = (one) => {
    asked.push((one as { name: unknown }).name);
    return Promise.resolve(message(one)).finally(() => setTimeout(answer));
  };
  openSheet(aPost(), here.near);
  expect(dialog().querySelector('[aria-busy]')).not.toBeNull();
  await answered;
  expect(one('.preview').textContent).not.toBe('');
  expect(asked).toEqual(['share.sheet']);
});

describe('looks', () => {
  const axeOf = async () => {
    const { violations } = await axe.run(host() ?? document, {
      // What passes is not written down.
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { 'page-has-heading-one': { enabled: false }, region: { enabled: false } },
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' | ')}`);
  };
  const settled = () =>
    Promise.all(
      dialog()
        .getAnimations({ subtree: true })
        .map((one) => one.finished),
    );

  for (const language of ['ja', 'en', 'zh-CN'] as const)
    for (const ground of ['#ffffff', '#000000'])
      test(`axe finds nothing: ${language} on ${ground}`, async () => {
        await background({ language });
        document.body.style.background = ground;
        here.near.closest('main')?.style.setProperty('color', ground === '#000000' ? '#ffffff' : '#000000');
        await opening(aPost(), here.near);
        await settled();
        expect(dialog().dataset.theme).toBe(ground === '#000000' ? 'dark' : 'light');
        expect(await axeOf()).toEqual([]);
        await userEvent.fill(area(), 'あ'.repeat(400));
        await userEvent.fill(disclosure(), '#spon');
        square('linkedin').click();
        await press(one('[data-qr]'));
        await until(() => void one('.qr svg'));
        expect(await axeOf()).toEqual([]);
      });

  for (const ground of ['#ffffff', '#000000'])
    test(`axe finds nothing with every place shown, pictures and a code, on ${ground}`, async () => {
      document.body.style.background = ground;
      const picture = {
        kind: 'image' as const,
        url: 'https://pic.example/a.jpg',
        alt: '',
        width: 8,
        height: 6,
      };
      const counts = { 'opened|line|x': 8 };
      await here.workspace.put(rollups, { day: dayOf(Date.now()), counts });
      await opening(aPost({ media: [picture] }), here.near);
      await allChannels();
      await settled();
      square('douyin').click();
      await until(() => void one('.pictures'));
      expect(await axeOf()).toEqual([]);
      await userEvent.fill(one('[data-field=places]'), 'wechat');
      square('wechat').click();
      await until(() => expect(main().textContent).toBe('コピーしてQRコードを表示'));
      await press(main());
      await until(() => void one('.qr svg'));
      expect(await axeOf()).toEqual([]);
    });

  test('it is as light or dark as the person chose, whatever it stands on', async () => {
    const workspace = await background({});
    await writeSetting(workspace, themeSetting, 'dark');
    document.body.style.background = '#ffffff';
    await opening(aPost(), here.near);
    await until(() => expect(dialog().dataset.theme).toBe('dark'));
  });

  test('opened for the page itself, it goes by the body’s ground', async () => {
    document.body.style.background = '#101010';
    await opening(aPost(), document.body);
    expect(dialog().dataset.theme).toBe('dark');
  });

  test.each([
    [900, 620],
    [360, 640],
  ])(
    'too long at %d by %d px: one thing scrolls, the button says what is too long, and nothing moves',
    async (width, height) => {
      await page.viewport(width, height);
      await background({ language: 'en' });
      await opening(aPost(), here.near);
      await settled();
      const places = () =>
        ['header', '.preview', 'select', '.channels', 'textarea', '.meter', '[data-main]'].map((selector) => {
          const { left, top } = one(selector).getBoundingClientRect();
          return [selector, Math.round(left), Math.round(top)];
        });
      await userEvent.fill(area(), 'a');
      const before = places();
      await userEvent.fill(area(), 'word '.repeat(400));
      await until(() =>
        expect(main().textContent).toMatch(/^Too long for X: cut \d,\d+ characters from your words$/),
      );
      one('.sheet-body').scrollTop = 0;
      expect(places()).toEqual(before);
      const scrolls = [...dialog().querySelectorAll('*'), dialog()].filter(
        (element) =>
          element.scrollHeight > element.clientHeight + 1 &&
          /auto|scroll/.test(getComputedStyle(element).overflowY),
      );
      expect(scrolls).toEqual([one('.sheet-body')]);
      await userEvent.click(one('.preview-more'));
      await until(() =>
        expect(one('.preview').scrollHeight).toBeLessThanOrEqual(one('.preview').clientHeight + 1),
      );
      await page.viewport(414, 896);
    },
  );

  test('360 px wide: nothing over the edge', async () => {
    await page.viewport(360, 740);
    await background({ language: 'en' });
    await opening(aPost({ links: [`https://a.example/${'verylong'.repeat(40)}`] }), here.near);
    await settled();
    expect(dialog().scrollWidth).toBeLessThanOrEqual(dialog().clientWidth);
    const edges = [...dialog().querySelectorAll('button, input, select, textarea, .preview')].map((element) =>
      element.getBoundingClientRect(),
    );
    expect(edges.filter(({ left, right }) => left < 0 || right > innerWidth)).toEqual([]);
  });

  test('a root font of 62.5 % and a page from right to left change nothing', async () => {
    await opening(aPost(), here.near);
    await settled();
    const size = () => {
      const { width, height, y } = one('.panel').getBoundingClientRect();
      return { width, height, y };
    };
    const before = size();
    const { documentElement: root } = document;
    root.style.fontSize = '62.5%';
    root.dir = 'rtl';
    try {
      expect(size()).toEqual(before);
      expect(getComputedStyle(one('.panel')).direction).toBe('ltr');
    } finally {
      root.removeAttribute('style');
      root.removeAttribute('dir');
    }
  });
});
