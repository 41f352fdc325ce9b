import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { buttonsCss, resting } from '../../../src/feed/buttons.css.ts';
import { Buttons, type Mounted } from '../../../src/feed/mount-buttons.ts';
import { SITES } from '../../../src/sites/sites.ts';
import { until } from '../stage.tsx';
import { card, clearAll, elements, hover, NAMES, pair, recipe, run } from './cards.ts';

beforeEach(async () => {
  // Away from where the pairs will be: what comes to stand under the pointer is pointed at.
  await userEvent.hover(document.documentElement, { position: { x: 1, y: 1 } });
  document.body.append(...elements(card('a') + card('b')));
});
afterEach(clearAll);

const rests = ({ host, share }: { host: Element; share: Element }) =>
  host.shadowRoot?.adoptedStyleSheets.length === 0 && share.hasAttribute('style');
/** The page was looked at, and what was mounted before that is roused; what comes after it rests. */
async function looked(): Promise<void> {
  await until(() => expect(rests(pair())).toBe(false));
  document.body.append(...elements(card('c') + card('d')));
  await until(() => expect(rests(third())).toBe(true));
}
const third = () => pair(document.querySelectorAll('article')[2]);
const fourth = () => pair(document.querySelectorAll('article')[3]);

/** A pair by itself in the page. */
function alone(buttons: Buttons): Mounted {
  const mounted = buttons.make(document.body);
  if (!mounted) throw new Error('not cloned');
  document.body.replaceChildren(mounted.host);
  return mounted;
}

/** All that is computed of an element. */
function computed(element: Element): string[] {
  const style = getComputedStyle(element);
  return [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`);
}
const looksOf = ({ host, share, keep, icons }: ReturnType<typeof pair>) =>
  [host, share, keep, icons].map(computed);

describe('a pair that rests', () => {
  it.each(SITES.map(({ id, look }) => ({ id, look })))('looks as with its sheet on $id', ({ look }) => {
    const buttons = new Buttons(look, NAMES);
    const mounted = alone(buttons);
    const before = looksOf(pair());
    expect(rests(pair())).toBe(true);
    buttons.rouse(mounted);
    expect(rests(pair())).toBe(false);
    expect(pair().host.shadowRoot?.querySelectorAll('[style]').length).toBe(0);
    expect(looksOf(pair())).toEqual(before);
  });

  it.each([
    { ink: 'rgb(1, 2, 3)', dark: true, rtl: true },
    { ink: 'rgb(1, 2, 3)', dark: false, rtl: false },
  ])('says the same as the sheet, $dark, $rtl', (ground) => {
    const look = { icon: 18, box: 30, gap: 2, like: 'a', raised: true } as const;
    const said = resting(look, ground, { guarded: true });
    const sheet = buttonsCss(look, ground, { guarded: true });
    expect(sheet).toContain(`:host{${said?.host}}`);
    expect(sheet).toContain(`button{${said?.button}}`);
    expect(sheet).toContain(`i{${said?.icons}}`);
  });

  it('wears the sheet once it is pointed at', async () => {
    run();
    await looked();
    await hover('share', document.querySelectorAll('article')[2]);
    expect(rests(third())).toBe(false);
    await until(() => expect(getComputedStyle(third().share).color).toBe('rgb(194, 55, 31)'));
    expect(rests(fourth())).toBe(true);
  });

  it('wears the sheet once it is in focus', async () => {
    run();
    await looked();
    third().keep.focus();
    expect(rests(third())).toBe(false);
    expect(rests(fourth())).toBe(true);
    fourth().host.closest('article')?.querySelector('a')?.focus();
    await userEvent.keyboard('{Tab}');
    await until(() => expect(getComputedStyle(fourth().share).outlineStyle).toBe('solid'));
  });

  it('wears the sheet once its post was shared or captured', async () => {
    const { feed } = run();
    await looked();
    feed.mark('cards:c', 2);
    expect([rests(third()), rests(fourth())]).toEqual([false, true]);
    // By nothing that a page can see: the hosts are the same, to the letter.
    expect(third().host.outerHTML).toBe(fourth().host.outerHTML);
    expect(computed(third().host)).toEqual(computed(fourth().host));
    expect(getComputedStyle(third().keep).color).toBe('rgb(39, 73, 122)');
  });

  it('wears the sheet once the page’s colours change, also where it was out of the page then', async () => {
    const style = document.createElement('style');
    style.textContent = '.like{color:rgb(1,2,3)} .dark .like{color:rgb(4,5,6)}';
    document.body.append(style);
    const { feed } = run();
    await looked();
    const away = document.querySelectorAll('article')[3];
    away?.remove();
    document.body.className = 'dark';
    feed.dress();
    expect(rests(third())).toBe(false);
    if (away) document.body.append(away);
    await until(() => expect(getComputedStyle(fourth().icons).backgroundColor).toBe('rgb(4, 5, 6)'));
    document.body.removeAttribute('class');
  });

  it('is none of another feed’s, which may still be at its end', async () => {
    const first = run();
    const { feed } = run();
    first.stop.abort();
    first.feed.dress();
    feed.mark('cards:a', 1);
    await looked();
    await until(() => expect(getComputedStyle(pair().share).color).toBe('rgb(194, 55, 31)'));
    const [sheet] = pair().host.shadowRoot?.adoptedStyleSheets ?? [];
    expect(rests(third())).toBe(true);
    await hover('share', document.querySelectorAll('article')[2]);
    expect(third().host.shadowRoot?.adoptedStyleSheets).toEqual([sheet]);
  });

  it('is not needed where one button alone is wanted', () => {
    for (const shown of ['share', 'keep'] as const) {
      alone(new Buttons(recipe.look, { ...NAMES, shown }));
      const { share, keep, icons } = pair();
      const [here, gone] = shown === 'keep' ? [keep, share] : [share, keep];
      expect(rests(pair())).toBe(false);
      expect(getComputedStyle(gone).display).toBe('none');
      expect(icons.getBoundingClientRect()).toEqual(here.getBoundingClientRect());
    }
  });
});
