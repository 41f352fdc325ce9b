import { bookmark, knot, PAIR, said, shows } from '../e2e/stage.ts';
import type { Attack } from './attack.ts';
import { listenToAll, patchAll } from './page-leaks.ts';
import { Scene } from './page-scene.ts';

/** What a page's script can find out by looking: each gives what it got, or nothing. */
interface Look {
  readonly name: string;
  /** Runs in the page, where the first post was kept and the third was not, and a strip says so. */
  readonly run: () => string | undefined | Promise<string | undefined>;
}

const LOOKS: readonly Look[] = [
  {
    name: 'reads a pair’s root',
    run: () => {
      const host = document.querySelector('[data-musubi]');
      return host?.shadowRoot ? host.shadowRoot.innerHTML : undefined;
    },
  },
  {
    name: 'reads the strip’s root',
    run: () => document.querySelector('[data-musubi-floating]')?.shadowRoot?.innerHTML,
  },
  {
    name: 'attaches a root of its own to a clone',
    run: () => {
      const clone = document.querySelector('[data-musubi]')?.cloneNode(true) as Element;
      try {
        return clone.attachShadow({ mode: 'open' }).innerHTML;
      } catch {
        return clone.shadowRoot?.innerHTML;
      }
    },
  },
  {
    name: 'takes a pair into another document',
    run: () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const host = document.querySelector('[data-musubi]')?.cloneNode(true) as Element;
      const adopted = frame.contentDocument?.adoptNode(host);
      const root = adopted?.shadowRoot?.innerHTML;
      frame.remove();
      return root;
    },
  },
  {
    name: 'writes pairs out as markup',
    run: () => {
      const host = document.querySelector('[data-musubi]') as Element & {
        getHTML?: (how: object) => string;
      };
      const markup = [
        host.outerHTML,
        host.getHTML?.({ serializableShadowRoots: true }) ?? '',
        new XMLSerializer().serializeToString(host),
      ].join('');
      return /button|aria-label|data-on|Keep|Share/.test(markup) ? markup : undefined;
    },
  },
  {
    name: 'tells a kept post’s pair by its attributes',
    run: () => {
      const [kept, , other] = document.querySelectorAll('[data-musubi]');
      return kept?.outerHTML === other?.outerHTML ? undefined : `${kept?.outerHTML} / ${other?.outerHTML}`;
    },
  },
  {
    name: 'tells a kept post’s pair by what is computed of it',
    run: () => {
      const [kept, , other] = [...document.querySelectorAll('[data-musubi]')].map((host) => {
        const style = getComputedStyle(host);
        return [...style].map((name) => `${name}:${style.getPropertyValue(name)}`).join(';');
      });
      return kept === other ? undefined : 'the styles differ';
    },
  },
  {
    name: 'tells a kept post’s pair by its size and place in the row',
    run: () => {
      const [kept, , other] = [...document.querySelectorAll('[data-musubi]')].map((host) => {
        const { left, width, height } = host.getBoundingClientRect();
        return [left, width, height, host.clientWidth, host.scrollWidth].join();
      });
      return kept === other ? undefined : `${kept} / ${other}`;
    },
  },
  {
    name: 'counts marks by selectors that reach through',
    run: () => {
      const found = document.querySelectorAll(
        '[data-on],[aria-description],[data-musubi] *,[data-musubi]::part(button)',
      );
      return [...found].some((one) => one.closest('[data-musubi]')) ? 'a mark was counted' : undefined;
    },
  },
  {
    name: 'lists animations',
    run: () => {
      const all = [...document.getAnimations(), ...document.documentElement.getAnimations({ subtree: true })];
      const targets = all.map(({ effect }) => (effect as KeyframeEffect | null)?.target);
      return targets.some((one) => one?.getRootNode() instanceof ShadowRoot) ? 'an animated node' : undefined;
    },
  },
  {
    name: 'asks for carets and elements at every point',
    run: () => {
      for (let y = 0; y < innerHeight; y += 9)
        for (let x = 0; x < innerWidth; x += 13) {
          const caret = document.caretPositionFromPoint?.(x, y)?.offsetNode;
          const nodes = [...document.elementsFromPoint(x, y), ...(caret ? [caret] : [])];
          if (nodes.some((one) => one.getRootNode() instanceof ShadowRoot)) return `at ${x}, ${y}`;
        }
      return undefined;
    },
  },
  {
    name: 'searches the window for what the strip says',
    run: () => {
      const find = (words: string) => {
        getSelection()?.removeAllRanges();
        return (
          window as unknown as { find(words: string, a: boolean, b: boolean, wrap: boolean): boolean }
        ).find(words, false, false, true);
      };
      return ['Kept', 'Undo', 'Open', 'Share with my code'].find(find);
    },
  },
  {
    name: 'selects everything and reads the selection',
    run: () => {
      document.execCommand('selectAll');
      const text = String(getSelection());
      getSelection()?.removeAllRanges();
      return /Kept|Undo/.test(text) ? text : undefined;
    },
  },
  {
    name: 'walks the selection into a closed root',
    run: () => {
      const selection = getSelection();
      const start = document.querySelector('[data-testid="tweetText"]');
      if (!selection || !start) return 'no text';
      for (const by of ['character', 'word', 'line']) {
        selection.collapse(start, 0);
        for (let step = 0; step < 80; step += 1) {
          selection.modify('extend', 'forward', by);
          if (selection.focusNode?.getRootNode() instanceof ShadowRoot) return `by ${by}`;
        }
      }
      selection.removeAllRanges();
      return undefined;
    },
  },
  {
    name: 'gives the strip’s fonts glyphs of its own',
    run: async () => {
      const own = new Set([...document.querySelectorAll('*')].map((one) => getComputedStyle(one).fontFamily));
      const names = [
        'system-ui',
        'sans-serif',
        'Hiragino Sans',
        'Noto Sans JP',
        'PingFang SC',
        'Microsoft YaHei',
      ]
        // What the page's own text asks for tells nothing of ours.
        .filter((name) => ![...own].some((family) => family.includes(name)));
      const faces = names.map((name) => new FontFace(name, 'url(data:font/woff2;base64,d09GMg==)'));
      for (const face of faces) document.fonts.add(face);
      await new Promise((drawn) => setTimeout(drawn, 300));
      return faces.find(({ status }) => status !== 'unloaded')?.family;
    },
  },
  {
    name: 'names frames that it does not see',
    run: () => {
      const frames = [window.length, document.querySelectorAll('iframe').length, typeof window[0]];
      return frames.join() === '0,0,undefined' ? undefined : frames.join();
    },
  },
  {
    name: 'finds our address among what was loaded',
    run: () =>
      performance
        .getEntries()
        .map(({ name }) => name)
        .find((name) => /extension:/.test(name)),
  },
  {
    name: 'asks the extension itself',
    run: async () => {
      const chrome = (globalThis as unknown as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome;
      return chrome?.runtime?.sendMessage ? 'runtime.sendMessage is there' : undefined;
    },
  },
];

const looks = LOOKS.map(
  ({ name, run }): Attack => ({
    area: 'page',
    name: `a page ${name}`,
    run: async (at) => {
      const scene = await Scene.open(at);
      await bookmark(scene.page, 0).click();
      await said(scene.page);
      await shows(scene.page, 'last', 0, true);
      await scene.page.mouse.move(5, 5);
      return (await scene.page.evaluate(run)) ?? null;
    },
  }),
);

const listens = (name: string, first: () => void, isAllowed: RegExp): Attack => ({
  area: 'page',
  name,
  run: async (at) => {
    const scene = await Scene.open(at, first);
    const { page } = scene;
    await knot(page, 1).hover();
    await bookmark(page, 1).click();
    await said(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await (await scene.sheet()).locator('textarea').fill('words');
    await page.waitForTimeout(300);
    const got = await page.evaluate(() => window.__got);
    return got.find((one) => !isAllowed.test(one)) ?? null;
  },
});

export const reads: readonly Attack[] = [
  ...looks,
  listens('a page looks through every event, entry and path for our nodes', listenToAll, /^$/),
  listens('a page puts its own attachShadow, ports and observers in place', patchAll, /^$/),
  {
    area: 'page',
    name: 'a page watches what changes while marks come from another tab',
    run: async (at) => {
      const scene = await Scene.open(at);
      const other = await scene.stage.feed(scene.stage.hosts.pages.x);
      await scene.page.evaluate((pair) => {
        window.__got = [];
        const watch = new MutationObserver((records) => {
          for (const { target, type } of records)
            if (target instanceof Element && target.closest(pair)) window.__got.push(type);
        });
        watch.observe(document, { subtree: true, attributes: true, childList: true, characterData: true });
      }, PAIR);
      await bookmark(other, 2).click();
      await shows(scene.page, 'last', 2, true);
      const got = await scene.page.evaluate(() => window.__got);
      return got.length > 0 ? `it saw ${got.join()}` : null;
    },
  },
];
