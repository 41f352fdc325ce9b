import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { whenTheme } from '../../../src/feed/page-theme.ts';
import { accessible, until } from '../stage.tsx';
import { card, clearAll, elements, pair, run } from './cards.ts';

beforeEach(() => {
  const style = document.createElement('style');
  style.textContent =
    '.like{color:rgb(83,100,113)} html.dark .like{color:rgb(139,152,165)} html{font-size:10px} body{background:#fff} html.dark body{background:#000}';
  document.body.append(style, ...elements(card('a') + card('b')));
});
afterEach(() => {
  document.documentElement.removeAttribute('class');
  clearAll();
});

const ink = () => getComputedStyle(pair().share).color;
/** Our own colour: that of a shared post's button. */
const hue = () => getComputedStyle(pair(document.querySelectorAll('article')[1]).share).color;

describe('the look of the pair', () => {
  it('takes the page’s own colours, and follows them between light and dark', async () => {
    const { feed, stop } = run();
    feed.mark('cards:b', 1);
    whenTheme(() => feed.dress(), stop.signal);
    await until(() => expect([ink(), hue()]).toEqual(['rgb(83, 100, 113)', 'rgb(194, 55, 31)']));
    document.documentElement.className = 'dark';
    await until(() => expect([ink(), hue()]).toEqual(['rgb(139, 152, 165)', 'rgb(255, 128, 105)']));
    document.documentElement.className = '';
    await until(() => expect([ink(), hue()]).toEqual(['rgb(83, 100, 113)', 'rgb(194, 55, 31)']));
  });

  it('has its size in px, and large enough to press', () => {
    run();
    for (const button of [pair().share, pair().keep]) {
      const { width, height } = button.getBoundingClientRect();
      expect([width, height]).toEqual([30, 30]);
    }
  });

  /** How many declarations say the host's look: its own where it rests, else its rule's. */
  const declarations = () => {
    const { host } = pair();
    const rule = host.shadowRoot?.adoptedStyleSheets[0]?.cssRules[0];
    return rule instanceof CSSStyleRule ? rule.style.length : host.style.length;
  };

  it('says little where the page leaves a plain element alone, and all once it does not', async () => {
    const { feed } = run();
    expect(declarations()).toBeGreaterThan(40);
    await until(() => expect(declarations()).toBeLessThan(20));
    const late = document.createElement('style');
    late.textContent = '.deeds div{opacity:.2!important;margin-block-start:40px;translate:0 -50px}';
    document.body.append(late);
    expect(getComputedStyle(pair().host).opacity).toBe('0.2');
    feed.dress();
    const { opacity, translate, marginBlockStart } = getComputedStyle(pair().host);
    expect([opacity, translate, marginBlockStart]).toEqual(['1', 'none', '0px']);
    late.remove();
    feed.dress();
    expect(declarations()).toBeGreaterThan(40);
  });

  it('looks again by itself when posts come later', async () => {
    run();
    await until(() => expect(declarations()).toBeLessThan(20));
    const late = document.createElement('style');
    late.textContent = 'article div{filter:blur(9px)}';
    document.body.append(late);
    await until(() => {
      document.body.append(...elements(card(`late-${document.querySelectorAll('article').length}`)));
      expect(getComputedStyle(pair().host).filter).toBe('none');
    });
  });

  it('stands against a page that resets everything', async () => {
    const hostile = document.createElement('style');
    hostile.textContent =
      'div{display:none!important;pointer-events:none!important;visibility:hidden!important}.deeds,article{display:block!important;visibility:visible!important}*{all:unset!important;opacity:0!important;transform:translateX(-9999px)!important;position:fixed!important;inset:9999px!important;zoom:.01!important;clip-path:inset(50%)!important;mask:linear-gradient(#0000,#0000)!important;filter:blur(99px)!important;content-visibility:hidden!important;margin:-99px!important;max-inline-size:0!important;overflow:hidden!important}article,.deeds,body,html{opacity:1!important;transform:none!important;position:static!important;zoom:1!important;clip-path:none!important;mask:none!important;filter:none!important;content-visibility:visible!important;margin:0!important;max-inline-size:none!important}button{display:none!important}';
    document.body.append(hostile);
    run();
    // Past the first look, which tries the pair without its guard.
    for (let i = 0; i < 3; i += 1) await new Promise(requestAnimationFrame);
    expect(pair().share.checkVisibility({ visibilityProperty: true })).toBe(true);
    const { left, top, width } = pair().share.getBoundingClientRect();
    expect(width).toBe(30);
    expect(document.elementFromPoint(left + 15, top + 15)).toBe(pair().host);
    const { opacity, filter, maskImage, clipPath } = getComputedStyle(pair().host);
    expect([opacity, filter, maskImage, clipPath]).toEqual(['1', 'none', 'none', 'none']);
    expect(getComputedStyle(pair().host).pointerEvents).toBe('auto');
  });

  it('shows pressed and not pressed differently, and says it', async () => {
    const { feed } = run();
    feed.mark('cards:a', 1);
    expect(pair().share.hasAttribute('data-on')).toBe(true);
    // #c2371f, once the change of colour is over.
    await until(() => expect(ink()).toBe('rgb(194, 55, 31)'));
    feed.mark('cards:a', 0);
    await until(() => expect(ink()).toBe('rgb(83, 100, 113)'));
  });

  it('keeps its icons where the person’s own colours are forced', async () => {
    const { feed, stop } = run();
    whenTheme(() => feed.dress(), stop.signal);
    await cdp().send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value: 'active' }],
    });
    expect(matchMedia('(forced-colors: active)').matches).toBe(true);
    const icons = getComputedStyle(pair().icons);
    await until(() => expect(icons.forcedColorAdjust).toBe('none'));
    const probe = document.createElement('i');
    probe.style.color = 'ButtonText';
    document.body.append(probe);
    expect(icons.backgroundColor).toBe(getComputedStyle(probe).color);
    await cdp().send('Emulation.setEmulatedMedia', { features: [] });
  });

  it('is accessible in light and dark', async () => {
    const { feed } = run();
    feed.mark('cards:a', 2);
    await accessible(pair().host);
  });
});
