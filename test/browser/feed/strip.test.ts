import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FLOATING } from '../../../src/feed/own-markers.ts';
import { type Strip, Strips } from '../../../src/feed/strip.ts';
import { askedRoots } from '../roots.ts';
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
const words = () => host()?.shadowRoot?.querySelector('.words')?.getAttribute('data-words') ?? null;
const show = (part: Partial<Strip> = {}) =>
  strips.show({ tone: 'done', words: 'Kept.', actions: [], ...part }, near);
const button = (): HTMLButtonElement => {
  const [first] = buttons();
  if (!first) throw new Error('no button');
  return first;
};
/** Presses the first button where it lies: the pointer meets the host alone. */
const press = () => {
  const [at, around] = [button().getBoundingClientRect(), (host() ?? near).getBoundingClientRect()];
  const position = { x: at.left - around.left + at.width / 2, y: at.top - around.top + at.height / 2 };
  return userEvent.click(host() ?? near, { position });
};
/** Until the browser's own eyes (IntersectionObserver v2), which look ten times a second, see a node no more that they saw. */
function unseen(node: Element): Promise<void> {
  return new Promise((resolve) => {
    const watch = { threshold: 0, trackVisibility: true, delay: 100 };
    let seen = false;
    const observer = new IntersectionObserver(([said]) => {
      const sees = said !== undefined && 'isVisible' in said && said.isVisible === true;
      seen ||= sees;
      if (sees || !seen) return;
      observer.disconnect();
      // Who else watches it is told in the same frame.
      setTimeout(resolve);
    }, watch);
    observer.observe(node);
  });
}
const undo = (run: () => void = () => undefined) => ({ actions: [{ words: 'Undo', run }] });

describe('by keys', () => {
  it('is entered by Tab from where the focus is, gone through, and left to where that was', async () => {
    const after = document.createElement('button');
    document.body.append(after);
    const pressed: string[] = [];
    const action = (name: string) => ({ words: name, run: () => void pressed.push(name) });
    near.focus();
    show({ actions: [action('Undo'), action('Edit')], more: [{ words: 'none', action: action('Mine') }] });
    const has = () => buttons().findIndex((one) => one.matches(':focus'));
    await userEvent.keyboard('{Tab}');
    expect(has()).toBe(0);
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    expect([has(), document.activeElement]).toEqual([-1, near]);
    await userEvent.keyboard('{Tab}{Tab}{Tab}');
    expect(has()).toBe(2);
    await userEvent.keyboard('{Tab}');
    expect([has(), document.activeElement]).toEqual([-1, after]);
    near.focus();
    await userEvent.keyboard('{Tab}{Tab}{Enter}');
    await until(() => expect(pressed).toEqual(['Edit']));
    expect(document.activeElement).toBe(near);
  });

  it('leaves Tab to the page from anywhere else', async () => {
    const [one, two] = [document.createElement('button'), document.createElement('button')];
    document.body.append(one, two);
    show(undo());
    one.focus();
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).toBe(two);
  });
});

describe('the strip', () => {
  it('says itself to a screen reader once it is there, and takes no focus', async () => {
    near.focus();
    show();
    expect(box()?.role).toBe('status');
    expect(box()?.getAttribute('lang')).toBe('en');
    expect(words()).toBeNull();
    await until(() => expect(words()).toBe('Kept.'));
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

  it('goes by itself, but not under the pointer and not while it has the focus', async () => {
    await userEvent.hover(document.documentElement, { position: { x: 1, y: 300 } });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    show(undo());
    vi.advanceTimersByTime(1);
    await userEvent.hover(host() ?? near);
    vi.advanceTimersByTime(60_000);
    expect(host()).not.toBeNull();
    button().focus();
    await userEvent.hover(document.documentElement, { position: { x: 1, y: 300 } });
    vi.advanceTimersByTime(60_000);
    expect(host()).not.toBeNull();
    near.focus();
    vi.advanceTimersByTime(5_900);
    expect(host()).not.toBeNull();
    vi.advanceTimersByTime(200);
    expect(host()).toBeNull();
  });

  it('offers without replacing the message, and shows none itself', () => {
    show();
    strips.hint('Choose', () => undefined, near);
    expect(box()?.role).toBe('status');
    strips.hide();
    strips.hint('Choose', () => undefined, near);
    expect([box()?.role, button().ariaLabel]).toEqual(['group', 'Choose']);
  });

  it('runs an action by a person’s press alone, and goes', async () => {
    const run = vi.fn();
    show(undo(run));
    await until(() => expect(words()).toBe('Kept.'));
    button().click();
    host()?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, clientX: 1, clientY: 1 }));
    expect(run).not.toHaveBeenCalled();
    await press();
    await until(() => expect(run).toHaveBeenCalledOnce());
    expect(host()).toBeNull();
  });

  it('has nothing in it that the pointer meets, nor words that a page can search for or select', async () => {
    show(undo());
    await until(() => expect(words()).toBe('Kept.'));
    expect(askedRoots).toEqual([{ mode: 'closed' }]);
    const { left, top, width, height } = button().getBoundingClientRect();
    const at = [left + width / 2, top + height / 2] as const;
    expect(host()?.shadowRoot?.elementFromPoint(...at) ?? null).not.toBe(button());
    expect(document.elementFromPoint(...at)).toBe(host());
    expect(box()?.textContent).toBe('');
    expect(getComputedStyle(host() ?? near).userSelect).toBe('none');
  });

  it('does nothing where the page keeps it from being seen, but shows the words for that', async () => {
    const [run, doubt] = [vi.fn(), vi.fn()];
    show({ ...undo(run), doubt });
    await until(() => expect(words()).toBe('Kept.'));
    const covered = unseen(host() ?? near);
    const cover = document.createElement('div');
    cover.style.cssText = 'position:fixed;inset:0;background:#fff;margin:0;border:0;pointer-events:none';
    cover.popover = 'manual';
    document.body.append(cover);
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    cover.showPopover();
    await covered;
    button().focus();
    await userEvent.keyboard('{Enter}');
    await until(() => expect(doubt).toHaveBeenCalledOnce());
    expect(run).not.toHaveBeenCalled();
    cover.remove();
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
    const said = `<img src=x onerror="window.__harm=1"><script>window.__harm=1</script>\u202e${'w'.repeat(3000)}`;
    show({ words: said, tone: 'warn' });
    await until(() => expect(words()).toBe(said));
    expect(box()?.querySelector('img,script')).toBeNull();
    expect(Object.hasOwn(window, '__harm')).toBe(false);
    expect(host()?.getBoundingClientRect().width).toBeLessThanOrEqual(360 - 24);
    await page.viewport(1280, 900);
  });

  it.each(['ltr', 'rtl'])('stays within the window, wherever the button is (%s)', async (dir) => {
    document.documentElement.dir = dir;
    // As a page with a scrollbar beside it, which is no room for a strip.
    document.documentElement.style.scrollbarGutter = 'stable';
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
        expect(at?.right).toBeLessThanOrEqual(document.documentElement.clientWidth);
        expect(at?.top).toBeGreaterThanOrEqual(0);
        expect(at?.bottom).toBeLessThanOrEqual(innerHeight);
      }
    document.documentElement.removeAttribute('dir');
    document.documentElement.removeAttribute('style');
  });

  it('is accessible in light and dark', async () => {
    show({ tone: 'warn', words: 'The clipboard was refused.', ...undo() });
    await until(() => expect(words()).toContain('refused'));
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
