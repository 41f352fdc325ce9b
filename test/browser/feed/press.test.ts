import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { listen } from '../../../src/feed/press.ts';
import { card, clearAll, elements, pair, run } from './cards.ts';

let heard: string[] = [];
let wishes: string[] = [];
let page = new AbortController();

beforeEach(() => {
  heard = [];
  wishes = [];
  page = new AbortController();
  document.body.append(...elements(card('a')));
  const { feed, stop } = run();
  listen(feed, (wish, mounted) => wishes.push(`${wish} ${mounted.key}`), stop.signal);
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
    await userEvent.click(pair().share);
    await userEvent.click(pair().keep);
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
    await userEvent.click(share, { delay: 700 });
    expect(wishes.splice(0)).toEqual(sheet);
    await userEvent.click(share, { button: 'right' });
    expect(wishes.splice(0)).toEqual(sheet);
    await userEvent.click(share, { modifiers: ['Shift'] });
    expect(wishes.splice(0)).toEqual(sheet);
    await userEvent.click(share, { modifiers: ['Alt'] });
    expect(wishes.splice(0)).toEqual(sheet);
    (share as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(wishes.splice(0)).toEqual(sheet);
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
    expect(wishes.splice(0)).toEqual(sheet);
    // And an ordinary one still shares.
    await userEvent.click(share);
    expect(wishes).toEqual(['share cards:a']);
  });

  it('that is let go elsewhere is none', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await userEvent.dragAndDrop(pair().share, pair().keep);
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

  it('elsewhere on the card is the page’s own', async () => {
    const name = document.querySelector('.name');
    if (!name) throw new Error('no name');
    await userEvent.click(name);
    expect(wishes).toEqual([]);
    expect(heard.filter((type) => type === 'click')).toHaveLength(2);
  });

  it('is for the post that the card shows now', async () => {
    document.querySelector('.time')?.setAttribute('href', '/p/b');
    await userEvent.click(pair().keep);
    expect(wishes).toEqual(['keep cards:b']);
  });
});
