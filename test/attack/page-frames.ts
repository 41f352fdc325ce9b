import type { Frame, Page } from 'playwright-core';
import { knot, pressRight, SHEET, sheetOf, windowsApart } from '../e2e/stage.ts';
import type { Attack } from './attack.ts';
import { NOTICED, Scene } from './page-scene.ts';

const isFrame = (sheet: Frame | Page): sheet is Frame => 'page' in sheet;

/** Waits until the sheet stands in a window of ours and no more over the page. */
async function leavesThePage(scene: Scene): Promise<string | null> {
  const apart = await scene.asked(6000);
  if (!apart) return 'the sheet stayed in the page';
  return (await scene.page.locator('[data-musubi-floating="sheet"]').count()) === 0
    ? null
    : 'a frame of ours is left in the page';
}

/** The sheet in our frame: where the machine was too slow for that, it is closed and asked for again. */
async function framed(scene: Scene): Promise<Frame> {
  for (let tries = 0; tries < 8; tries += 1) {
    const sheet = await scene.sheet();
    if (isFrame(sheet)) return sheet;
    await sheet.close();
    await scene.page.bringToFront();
  }
  throw new Error('the sheet was never there in time');
}

/** What a page does to an open sheet: it has to leave for a window. */
const meddling = (name: string, run: (page: Page) => Promise<unknown>): Attack => ({
  area: 'page',
  name,
  run: async (at) => {
    const scene = await Scene.open(at);
    const before = await scene.recorded();
    await framed(scene);
    await run(scene.page);
    return (await leavesThePage(scene)) ?? scene.nothingMore(before);
  },
});

const ours = '[data-musubi-floating="sheet"]';

const MEDDLING: readonly Attack[] = [
  meddling('a page throws our open sheet out', (page) =>
    page.evaluate((host) => document.querySelector(host)?.remove(), ours),
  ),
  meddling('a page moves our open sheet elsewhere', (page) =>
    page.evaluate((host) => {
      const sheet = document.querySelector(host);
      if (sheet) document.body.append(sheet);
    }, ours),
  ),
  meddling('a page replaces the whole document under our sheet', (page) =>
    page.evaluate(() => document.documentElement.replaceWith(document.createElement('html'))),
  ),
  meddling('a page takes the focus out of our sheet, to hear what is typed', (page) =>
    page.evaluate(() => {
      const dialog = document.createElement('dialog');
      const field = document.createElement('input');
      dialog.append(field);
      dialog.style.opacity = '0';
      document.body.append(dialog);
      dialog.showModal();
      field.focus();
    }),
  ),
  meddling('a page blurs our sheet, to hear what is typed', (page) =>
    page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur()),
  ),
];

/** A page that is hostile before the sheet is asked for: it opens apart, and soon. */
const unframed = (name: string, run: (page: Page) => Promise<unknown>): Attack => ({
  area: 'page',
  name,
  run: async (at) => {
    const scene = await Scene.open(at);
    await run(scene.page);
    await pressRight(knot(scene.page));
    return leavesThePage(scene);
  },
});

const UNFRAMED: readonly Attack[] = [
  unframed('a page removes whatever of ours floats, at once', (page) =>
    page.evaluate((host) => {
      new MutationObserver(() => {
        for (const one of document.querySelectorAll(host)) one.remove();
      }).observe(document.documentElement, { childList: true });
    }, ours),
  ),
];

/** Lays something over the open sheet that no pointer meets, and presses its one button through it. */
async function clickjacked(scene: Scene): Promise<string | null> {
  const sheet = await framed(scene);
  const before = await scene.recorded();
  await scene.evil((_: null) => {
    const cover = document.createElement('div');
    cover.style.cssText =
      'position:fixed;inset:0;inline-size:100%;block-size:100%;margin:0;border:0;background:#fff;pointer-events:none';
    cover.popover = 'manual';
    document.body.append(cover);
    cover.showPopover();
  }, null);
  const box = await sheet.locator(`${SHEET} [data-main]`).boundingBox();
  if (!box) return 'the sheet’s button is not drawn';
  await scene.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await scene.page.waitForTimeout(NOTICED * 2);
  return scene.nothingMore(before);
}

/** Runs in the page: puts a frame of this address there, and speaks to it as we do. What it answers. */
function embed([address, token]: readonly [string, string]): Promise<string> {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.src = `${address}#${token}`;
    frame.style.cssText = 'position:fixed;inset:0;inline-size:600px;block-size:600px;z-index:9';
    frame.onload = () => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve(`it answered ${JSON.stringify(data)}`);
      frame.contentWindow?.postMessage(token, '*', [port2]);
      const post = { key: 'x:1', url: 'https://x.com/a/status/1' };
      port1.postMessage({ say: 'show', post, ground: null });
    };
    addEventListener('message', ({ data }) => resolve(`it told ${JSON.stringify(data)}`));
    document.body.append(frame);
    setTimeout(() => resolve(''), 1500);
  });
}

/** A page that has learned an address of ours embeds it. */
async function embedded(scene: Scene, address: string, token: string): Promise<string | null> {
  const answered = await scene.page.evaluate(embed, [address, token] as const);
  if (answered) return answered;
  const frames = scene.page.frames().filter((frame) => frame !== scene.page.mainFrame());
  for (const frame of frames) {
    const shown = await frame.evaluate(() => document.body?.innerText.trim() ?? '').catch(() => '');
    if (/chrome-extension/.test(frame.url()) && shown) return `it shows ${shown.slice(0, 60)}`;
  }
  return null;
}

/** What the browser calls our frame's page in this run: no page can ask. */
const addressOf = async (scene: Scene) =>
  (await scene.stage.running.worker()).evaluate(() => chrome.runtime.getURL('/sheet.html'));

const at = (name: string, run: (scene: Scene) => Promise<string | null>): Attack => ({
  area: 'page',
  name,
  run: async (target) => run(await Scene.open(target)),
});

export const frames: readonly Attack[] = [
  ...MEDDLING,
  ...UNFRAMED,
  at('a page covers our open sheet and has its button pressed through', clickjacked),
  at('a page embeds the sheet by the extension’s own id', (scene) =>
    embedded(scene, `chrome-extension://${scene.stage.running.extensionId}/sheet.html`, '0'.repeat(32)),
  ),
  at('a page that knows the sheet’s address embeds it with a token of its own', async (scene) =>
    embedded(scene, await addressOf(scene), '0'.repeat(32)),
  ),
  at('a page that knows the sheet’s address embeds it as a window apart', async (scene) =>
    embedded(scene, await addressOf(scene), `apart.${'0'.repeat(32)}`),
  ),
  at('a page that knows the sheet’s address embeds any other page of ours', async (scene) => {
    const other = (await addressOf(scene)).replace('sheet.html', 'companion.html');
    return embedded(scene, other, '');
  }),
  at('a page listens to every key while the person writes in the sheet', async (scene) => {
    await scene.page.evaluate(() => {
      window.__got = [];
      for (const type of [
        'keydown',
        'keypress',
        'keyup',
        'beforeinput',
        'input',
        'compositionupdate',
        'paste',
      ])
        window.addEventListener(type, () => window.__got.push(type), true);
    });
    const sheet = await scene.sheet();
    await sheet.locator(`${SHEET} textarea:focus`).waitFor();
    await (isFrame(sheet) ? sheet.page() : sheet).keyboard.type('secret words');
    const got = await scene.page.evaluate(() => window.__got);
    return got.length > 0 ? `it heard ${got.join()}` : null;
  }),
  at('a page opens windows by every name to reach the sheet’s', async (scene) => {
    await scene.sheet();
    const got = await scene.page.evaluate(() => {
      const reached = [window.frames[0], window.parent === window ? null : window.parent];
      return reached.filter(Boolean).length;
    });
    return got === 0 ? null : `it reached ${got}`;
  }),
  at('a page that is sent back and forth keeps no sheet of the post before', async (scene) => {
    await scene.sheet();
    await scene.page.evaluate(() => history.pushState(null, '', '/home?later'));
    await scene.page.evaluate(() => history.back());
    await scene.page.waitForTimeout(NOTICED);
    const sheet = await sheetOf(scene.page);
    return /sheet\.html$/.test(sheet.url()) ? null : `the frame was led to ${sheet.url()}`;
  }),
  at('an honest page keeps the sheet, so that all these are no wonder', async (scene) => {
    const sheet = await scene.sheet();
    await scene.page.waitForTimeout(3000);
    // One that is slow to open moves to a window of its own, as anywhere.
    const still = (isFrame(sheet) && !sheet.isDetached()) || windowsApart(scene.page).length === 1;
    return still ? null : 'the sheet left by itself';
  }),
];
