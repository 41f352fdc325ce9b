import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { hear, PRESSES } from '../../../src/feed/first-listener.ts';
import { ARRIVING, PairHover } from '../../../src/feed/pair-hover.ts';
import { type Press, pressing } from '../../../src/feed/press.ts';
import { card, clearAll, click, elements, pair, run } from './cards.ts';

let heard: string[] = [];
let wishes: string[] = [];
let presses: Press[] = [];
let page = new AbortController();

beforeEach(() => {
  heard = [];
  wishes = [];
  presses = [];
  page = new AbortController();
  document.body.append(...elements(card('a')));
  const { feed, stop } = run();
  const arrivals = new PairHover(feed, () => undefined);
  const press = pressing(
    feed,
    arrivals,
    (wish, mounted, pressed) => {
      wishes.push(`${wish} ${mounted.key}`);
      presses.push(pressed);
    },
    stop.signal,
  );
  const handle = (event: Event) => {
    arrivals.handle(event);
    press(event);
  };
  hear([...PRESSES, ...ARRIVING], handle, stop.signal);
  const types = [
    'pointerdown',
    'pointerup',
    'mousedown',
    'mouseup',
    'click',
    'contextmenu',
    'dblclick',
    'keydown',
    'keyup',
  ];
  for (const type of types)
    for (const capture of [true, false])
      document.addEventListener(type, (event) => heard.push(event.type), { capture, signal: page.signal });
});
afterEach(() => {
  vi.useRealTimers();
  page.abort();
  clearAll();
});

describe('a press', () => {
  it('shares and keeps, and the page never hears of it', async () => {
    await click('share');
    await click('keep');
    expect(wishes).toEqual(['share cards:a', 'keep cards:a']);
    expect(heard).toEqual([]);
  });

  it('by keys is one too; the page hears of Tab alone', async () => {
    (pair().share as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.tab();
    expect(pair().host.shadowRoot?.activeElement).toBe(pair().keep);
    await userEvent.keyboard(' ');
    expect(wishes).toEqual(['share cards:a', 'keep cards:a']);
    expect(new Set(heard)).toEqual(new Set(['keydown', 'keyup']));
    expect(heard.length).toBe(4);
  });

  it('held long, of the other button, with Shift or Alt, by Shift+Enter or Down asks for the sheet, once', async () => {
    const { share } = pair();
    const sheet = ['sheet cards:a'];
    await click('share', { delay: 700 });
    expect(wishes.splice(0)).toEqual(sheet);
    await click('share', { button: 'right' });
    expect(wishes.splice(0)).toEqual(sheet);
    await click('share', { modifiers: ['Shift'] });
    expect(wishes.splice(0)).toEqual(sheet);
    await click('share', { modifiers: ['Alt'] });
    expect(wishes.splice(0)).toEqual(sheet);
    (share as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(wishes.splice(0)).toEqual(sheet);
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
    expect(wishes.splice(0)).toEqual(sheet);
    // And an ordinary one still shares.
    await click('share');
    expect(wishes).toEqual(['share cards:a']);
  });

  it('that is let go elsewhere is none', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await userEvent.dragAndDrop(pair().host, document.body, {
      sourcePosition: { x: 10, y: 10 },
      targetPosition: { x: 1, y: 1 },
    });
    vi.advanceTimersByTime(5000);
    expect(wishes).toEqual([]);
  });

  it('that a page makes up is none, and goes no further', () => {
    const { share, keep, host } = pair();
    (share as HTMLElement).click();
    for (const type of ['pointerdown', 'contextmenu', 'click'])
      for (const target of [share, keep, host])
        target.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true }));
    share.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, composed: true }));
    expect(wishes).toEqual([]);
    expect(heard).toEqual([]);
  });

  it('says how it came: by a pointer that went there, by a pair that was put under it, by a key', async () => {
    await userEvent.hover(document.documentElement, { position: { x: 1, y: 1 } });
    await click('share');
    expect(presses.at(-1)).toMatchObject({ side: 'share', by: { host: pair().host, slid: false } });
    const { left, top } = pair().host.getBoundingClientRect();
    await userEvent.hover(document.documentElement, { position: { x: 200, y: 200 } });
    const row = document.querySelector<HTMLElement>('.deeds');
    // So that what is under the pointer is the knot.
    if (row) row.style.translate = `${190 - left}px ${190 - top}px`;
    await click('share');
    expect(presses.at(-1)).toMatchObject({ by: { slid: true } });
    pair().keep.focus();
    await userEvent.keyboard('{Enter}');
    expect(presses.at(-1)).toMatchObject({ side: 'keep', by: 'key' });
  });

  it('elsewhere on the card is the page’s own', async () => {
    const name = document.querySelector('.name');
    if (!name) throw new Error('no name');
    await userEvent.click(name);
    expect(wishes).toEqual([]);
    expect(heard.filter((type) => type === 'click')).toHaveLength(2);
  });

  it('is for the post that the card shows now', async () => {
    document.querySelector('.time')?.setAttribute('href', '/p/b');
    await click('keep');
    expect(wishes).toEqual(['keep cards:b']);
  });
});
