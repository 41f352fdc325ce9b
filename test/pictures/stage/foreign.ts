import { Feed } from '../../../src/feed/feed.ts';
import { whenTheme } from '../../../src/feed/page-theme.ts';
import { type Strip, Strips } from '../../../src/feed/strip.ts';
import { t } from '../../../src/i18n/language.ts';
import { openSheet } from '../../../src/share/views/sheet/mount.tsx';
import { capture } from '../../browser/capture/stored.ts';
import { NAMES, recipe } from '../../browser/feed/site.ts';
import { nth, TEXTS } from './words.ts';

const STYLE = `.feed{max-inline-size:600px;margin:0 auto;padding:16px;font:15px/1.5 system-ui,sans-serif}
.feed article{padding:12px 0;border-block-end:1px solid #8884}.feed .time{display:inline-block;padding:4px 8px}
.feed .deeds{display:flex;gap:24px;align-items:center;min-block-size:36px}`;

/** A feed of posts as a site of others draws one, with our buttons in it. */
function feed(root: Element, signal: AbortSignal): Element {
  const style = document.createElement('style');
  style.textContent = STYLE;
  const list = document.createElement('main');
  list.className = 'feed';
  for (let n = 0; n < 4; n++) {
    const article = document.createElement('article');
    article.innerHTML = `<a class="time" href="/p/${n}">now</a><b class="name">Mai</b><p class="text"></p><div class="deeds"><span class="like">♥</span></div>`;
    article.querySelector('.text')?.append(nth(TEXTS, n));
    list.append(article);
  }
  root.append(style, list);
  const outside = { marks: async (keys: readonly string[]) => keys.map((_, n) => n % 4) };
  const started = new Feed(recipe, NAMES, outside);
  started.start(signal);
  whenTheme(() => started.dress(), signal);
  return list.querySelector('.deeds') ?? list;
}

const strips: Readonly<Record<string, () => Strip>> = {
  done: () => ({
    tone: 'done',
    words: t('feedKept'),
    actions: [
      { words: t('feedOpen'), run: () => undefined },
      { words: t('feedUndo'), run: () => undefined },
    ],
  }),
  warn: () => ({ tone: 'warn', words: t('failureFull'), actions: [] }),
};

/** What of ours stands over a page of others: `strip-…` beside a button, `sheet-…` over all of it, or the buttons alone. */
export function showForeign(what: string, root: Element, signal: AbortSignal): void {
  const near = feed(root, signal);
  const strip = strips[what.replace('strip-', '')];
  if (strip) new Strips(() => document.documentElement.lang, signal).show(strip(), near);
  if (!what.startsWith('sheet')) return;
  const text = what === 'sheet-full' ? TEXTS.join(' ').repeat(2) : (TEXTS[0] ?? '');
  const links = what === 'sheet-full' ? ['https://shop.example/a?id=1', TEXTS[5] ?? ''] : [];
  // A post of its own, and so words of its own.
  const id = what === 'sheet-full' ? '900' : '1';
  openSheet(capture(id, 1, {}, { text, links, title: '' }).read, near);
}
