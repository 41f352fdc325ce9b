import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FLOATING } from '../../../src/feed/mount.ts';
import { type Strip, Strips } from '../../../src/feed/strip.ts';
import { accessible, until } from '../stage.tsx';

let stop = new AbortController();
let strips: Strips;
let near: HTMLButtonElement;

beforeEach(() => {
  stop = new AbortController();
  strips = new Strips(() => 'en', stop.signal);
  near = document.createElement('button');
  near.textContent = 'Near';
  document.body.append(near);
});
afterEach(() => {
  vi.useRealTimers();
  stop.abort();
  document.body.replaceChildren();
});

const host = () => document.querySelector<HTMLElement>(`[${FLOATING}]`);
const box = () => host()?.shadowRoot?.querySelector('.strip');
const buttons = () => [...(host()?.shadowRoot?.querySelectorAll('button') ?? [])];
const show = (part: Partial<Strip> = {}) =>
  strips.show({ tone: 'done', words: 'Kept.', actions: [], ...part }, near);
const button = (): HTMLButtonElement => {
  const [first] = buttons();
  if (!first) throw new Error('no button');
  return first;
};
const undo = (run: () => void = () => undefined) => ({ actions: [{ words: 'Undo', run }] });

describe('the strip', () => {
  it('says itself to a screen reader once it is there, and takes no focus', async () => {
    near.focus();
    show();
    expect(box()?.role).toBe('status');
    expect(box()?.getAttribute('lang')).toBe('en');
    expect(box()?.textContent).toBe('');
    await until(() => expect(box()?.textContent).toBe('Kept.'));
    expect(document.activeElement).toBe(near);
    show({ tone: 'warn', words: 'Not kept.' });
    expect(box()?.role).toBe('alert');
    expect(document.querySelectorAll(`[${FLOATING}]`)).toHaveLength(1);
  });

  it('goes by Escape, and gives the focus back that it had', async () => {
    show(undo());
    button().focus();
    await userEvent.keyboard('{Escape}');
    expect(host()).toBeNull();
    expect(document.activeElement).toBe(near);
  });

  it('goes by itself, but not under the pointer and not while it has the focus', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const to = (type: string) => host()?.dispatchEvent(new PointerEvent(type));
    show(undo());
    to('pointerenter');
    vi.advanceTimersByTime(60_000);
    expect(host()).not.toBeNull();
    button().focus();
    to('pointerleave');
    vi.advanceTimersByTime(60_000);
    expect(host()).not.toBeNull();
    near.focus();
    vi.advanceTimersByTime(5_900);
    expect(host()).not.toBeNull();
    vi.advanceTimersByTime(200);
    expect(host()).toBeNull();
  });

  it('offers without pushing away what is said, and says nothing itself', () => {
    show();
    strips.hint('Choose', () => undefined, near);
    expect(box()?.role).toBe('status');
    strips.hide();
    strips.hint('Choose', () => undefined, near);
    expect([box()?.role, box()?.textContent]).toEqual(['group', 'Choose']);
  });

  it('runs an action by a person’s press alone, and goes', async () => {
    const run = vi.fn();
    show(undo(run));
    button().click();
    expect(run).not.toHaveBeenCalled();
    await userEvent.click(button());
    expect(run).toHaveBeenCalledOnce();
    expect(host()).toBeNull();
  });

  it('keeps presses and keys from the page', async () => {
    const heard = vi.fn();
    const listening = new AbortController();
    for (const type of ['pointerdown', 'mousedown', 'click', 'keydown'])
      document.addEventListener(type, heard, { signal: listening.signal });
    show({ actions: [{ words: 'Edit', run: () => undefined }] });
    button().focus();
    await userEvent.keyboard('{Enter}');
    expect(heard).not.toHaveBeenCalled();
    listening.abort();
  });

  it('shows hostile words as words, within its own width', async () => {
    await page.viewport(360, 640);
    const words = `<img src=x onerror="window.__harm=1"><script>window.__harm=1</script>\u202e${'w'.repeat(3000)}`;
    show({ words, tone: 'warn' });
    await until(() => expect(box()?.textContent).toBe(words));
    expect(box()?.querySelector('img,script')).toBeNull();
    expect(Object.hasOwn(window, '__harm')).toBe(false);
    expect(host()?.getBoundingClientRect().width).toBeLessThanOrEqual(360);
    await page.viewport(1280, 900);
  });

  it.each(['ltr', 'rtl'])('stays within the window, wherever the button is (%s)', async (dir) => {
    document.documentElement.dir = dir;
    for (const [inset, value] of [
      ['left', '0px'],
      ['right', '0px'],
    ] as const)
      for (const [block, edge] of [
        ['top', '0px'],
        ['bottom', '0px'],
      ] as const) {
        near.style.cssText = `position:fixed;${inset}:${value};${block}:${edge}`;
        show({ words: 'Kept. The whole post, with its pictures.', ...undo() });
        const at = host()?.getBoundingClientRect();
        expect(at?.left).toBeGreaterThanOrEqual(0);
        expect(at?.right).toBeLessThanOrEqual(innerWidth);
        expect(at?.top).toBeGreaterThanOrEqual(0);
        expect(at?.bottom).toBeLessThanOrEqual(innerHeight);
      }
    document.documentElement.removeAttribute('dir');
  });

  it('is accessible in light and dark', async () => {
    show({ tone: 'warn', words: 'The clipboard was refused.', ...undo() });
    await until(() => expect(box()?.textContent).toContain('refused'));
    const shown = host();
    if (!shown) throw new Error('no strip');
    await accessible(shown);
  });

  it('goes with the signal, and shows nothing after it', () => {
    show();
    stop.abort();
    expect(host()).toBeNull();
    show();
    expect(host()).toBeNull();
  });
});
