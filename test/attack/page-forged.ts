import { bookmark, knot, PAIR, SHEET, sheetOf, sheets } from '../e2e/stage.ts';
import type { Attack } from './attack.ts';
import { claimTrust } from './page-leaks.ts';
import { NOTICED, Scene } from './page-scene.ts';

const at = (name: string, run: (scene: Scene) => Promise<string | null>, first?: () => void): Attack => ({
  area: 'page',
  name,
  run: async (target) => run(await Scene.open(target, first)),
});

/** Runs in the page: sends our hosts everything that a person's hand and keys could. */
function everyEvent(pair: string): void {
  const box = (host: Element) => host.getBoundingClientRect();
  for (const host of document.querySelectorAll<HTMLElement>(pair)) {
    const { left, top, height } = box(host);
    const init = {
      ...{ bubbles: true, composed: true, cancelable: true, detail: 1, button: 0, isPrimary: true },
      ...{ clientX: left + 12, clientY: top + height / 2, pointerType: 'mouse' },
    };
    for (const type of ['pointerover', 'pointerenter', 'pointermove', 'pointerdown', 'pointerup', 'click'])
      host.dispatchEvent(new PointerEvent(type, init));
    for (const type of ['mouseover', 'mousedown', 'mouseup', 'click', 'contextmenu', 'dblclick'])
      host.dispatchEvent(new MouseEvent(type, { ...init, shiftKey: type === 'click' }));
    for (const key of ['Enter', ' ', 'ArrowDown'])
      for (const type of ['keydown', 'keypress', 'keyup'])
        host.dispatchEvent(new KeyboardEvent(type, { ...init, key, shiftKey: key === 'Enter' }));
    for (const type of ['focus', 'focusin']) host.dispatchEvent(new FocusEvent(type, init));
    host.click();
    host.focus();
  }
}

/** Sends what a page sends, and finds that nothing came of it. */
async function nothingComes(scene: Scene): Promise<string | null> {
  const before = await scene.recorded();
  await scene.evil(everyEvent, PAIR);
  const more = await scene.nothingMore(before);
  if (more) return more;
  return (await sheets(scene.page)) > 0 ? 'a sheet was opened' : null;
}

const pairsOn = (scene: Scene) => scene.page.locator(PAIR).count();

/** Runs in the page: every word that scripts of ours have ever called to each other. */
function everyWord(_: null): void {
  for (const name of ['takeover', 'bridge', 'ask', 'told', 'open', 'close', 'sheet', 'marks', 'keep'])
    for (const target of [window, document, document.documentElement])
      target.dispatchEvent(new CustomEvent(`musubi:${name}`, { bubbles: true, detail: 'post' }));
  for (const name of ['sheet', 'keep', 'marks', 'language', 'read', 'focal'])
    window.postMessage({ musubi: 1, name, marks: { 'x:1': 3 }, here: true, words: {} }, '*');
}

export const forged: readonly Attack[] = [
  at('a page makes up every press and key on our buttons', nothingComes),
  at('a page claims that its events are a person’s', nothingComes, claimTrust),
  at('a page says that a newer copy of us has come', async (scene) => {
    const before = await pairsOn(scene);
    await scene.evil(everyWord, null);
    const after = await pairsOn(scene);
    if (after !== before) return `${before} pairs became ${after}`;
    return scene.honest(1);
  }),
  at('a page says so while the sheet is open', async (scene) => {
    await scene.sheet();
    await scene.evil(everyWord, null);
    return (await sheets(scene.page)) === 1 ? null : 'the sheet went';
  }),
  at('a page makes up the menu’s event, to have another post shared', async (scene) => {
    const posts = await scene.stage.posts(scene.page);
    await scene.page.locator('article [data-testid="tweetText"]').nth(1).click({ button: 'right' });
    await scene.evil((_: null) => {
      const other = document.querySelectorAll('article [data-testid="tweetText"]')[0];
      other?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, composed: true }));
    }, null);
    await scene.stage.tell(scene.page, 'sheet');
    const sheet = await sheetOf(scene.page);
    await sheet.locator('.preview .linked').waitFor();
    const shown = await sheet.locator(SHEET).innerText();
    const wrong = posts[0]?.reading;
    const address = wrong?.ok ? (wrong.post.links[0] ?? wrong.post.url) : '';
    return address && shown.includes(address) ? 'the sheet is of the page’s post' : null;
  }),
  at('a page puts a clone of a pair in the pair’s own place', async (scene) => {
    const before = await scene.recorded();
    const { x, y } = await scene.middle(0, 0.25);
    await scene.page.evaluate((pair) => {
      const host = document.querySelector(pair);
      const clone = host?.cloneNode(true);
      if (host && clone) host.replaceWith(clone);
    }, PAIR);
    const clones = await scene.page.evaluate((pair) => {
      const row = document.querySelector('article [role="group"]');
      return row?.querySelectorAll(pair).length ?? 0;
    }, PAIR);
    if (clones > 1) return 'two pairs stand in a row';
    await scene.page.mouse.move(x, y);
    return scene.nothingMore(before);
  }),
  at('a page moves a pair to another post and has it pressed', async (scene) => {
    const wanted = (await scene.stage.posts(scene.page)).map(({ reading }) =>
      reading?.ok ? reading.post.key : '',
    );
    await scene.page.evaluate((pair) => {
      const [first, second] = document.querySelectorAll(pair);
      if (first && second) second.replaceWith(first);
    }, PAIR);
    await scene.page.waitForTimeout(NOTICED);
    const looks = async () =>
      (await scene.stage.rows('captures')).find(({ post }) => post === wanted[0])?.looks.length ?? 0;
    const before = await looks();
    await bookmark(scene.page, 1).click();
    await scene.asked(1500);
    return (await looks()) > before ? 'the post that it came from was kept' : null;
  }),
  at('a page throws a pair out and back again under the pointer', async (scene) => {
    const before = await scene.recorded();
    const { x, y } = await scene.middle(0, 0.25);
    await scene.page.mouse.move(x, y);
    await scene.page.evaluate((pair) => {
      const host = document.querySelector<HTMLElement>(pair);
      const row = host?.parentElement;
      host?.remove();
      // Long enough gone that the pointer lies on the row itself.
      setTimeout(() => host && row?.append(host), 60);
    }, PAIR);
    await scene.page.waitForTimeout(30);
    await scene.page.mouse.move(x + 1, y);
    await scene.page.waitForTimeout(90);
    await scene.page.mouse.down();
    await scene.page.mouse.up();
    await scene.asked(1500);
    const more = await scene.nothingMore(before);
    // Put back by us at once, it never was away.
    return more && (await scene.page.locator(PAIR).first().isVisible()) ? null : more;
  }),
  at('a page takes our listeners away by opening the document anew', async (scene) => {
    const before = await scene.recorded();
    await scene.evil((_: null) => {
      document.open();
      document.write('<p>anew</p>');
      document.close();
    }, null);
    return scene.nothingMore(before);
  }),
  at('a page gives our names to properties that it registers', async (scene) => {
    await scene.page.evaluate(() => {
      for (const name of ['--i', '--s', '--k', '--left', '--top', '--ink', '--surface'])
        CSS.registerProperty({ name, syntax: '<color>', inherits: true, initialValue: 'red' });
    });
    await bookmark(scene.page, 0).click();
    const strip = scene.page.locator('[data-musubi-floating="strip"]');
    await strip.waitFor();
    await scene.page.waitForTimeout(NOTICED);
    const [at, near] = [await strip.boundingBox(), await scene.page.locator(PAIR).first().boundingBox()];
    if (!at || !near) return 'no strip is drawn';
    return Math.abs(at.y - near.y) < 160 ? null : `the strip stands at ${at.y}, its button at ${near.y}`;
  }),
  at('a page drags a pair of ours to read what goes along', async (scene) => {
    await scene.page.evaluate(() => {
      window.__got = [];
      for (const type of ['dragstart', 'dragover', 'drop'])
        window.addEventListener(
          type,
          (event) => {
            event.preventDefault();
            window.__got.push(`${type} ${(event as DragEvent).dataTransfer?.types.join()}`);
          },
          true,
        );
    });
    await knot(scene.page, 0).hover();
    await scene.page.mouse.down();
    await scene.page.mouse.move(300, 300, { steps: 6 });
    await scene.page.mouse.up();
    const got = await scene.page.evaluate(() => window.__got);
    return got[0] ?? null;
  }),
];
