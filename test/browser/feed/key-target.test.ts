import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { shortcutTarget } from '../../../src/feed/key-target.ts';

afterEach(() => {
  for (const post of document.querySelectorAll('section')) post.remove();
});

function posts(): HTMLElement[] {
  return ['a', 'b'].map((id) => {
    const post = document.createElement('section');
    const host = document.createElement('div');
    const button = document.createElement('button');
    button.append(id);
    host.attachShadow({ mode: 'open' }).append(button);
    post.id = id;
    post.tabIndex = 0;
    post.style.cssText = 'height:100px';
    post.append(host);
    document.body.append(post);
    return post;
  });
}
const here = () => shortcutTarget((element) => element.closest('section') !== null)?.closest('section')?.id;

describe('the post that a key is meant for', () => {
  it('is the one under the pointer', async () => {
    const [, b] = posts();
    if (b) await userEvent.hover(b);
    expect(here()).toBe('b');
  });

  it('is the one that was clicked, once the pointer is elsewhere', async () => {
    const [a] = posts();
    if (a) await userEvent.click(a);
    await userEvent.unhover(document.body);
    expect(here()).toBe('a');
  });

  it('is the one in keyboard focus before the one under the pointer, also within a shadow', async () => {
    const [a, b] = posts();
    a?.focus();
    await userEvent.keyboard('{Tab}');
    if (b) await userEvent.hover(b);
    expect(here()).toBe('a');
  });

  it('is none where there is none', async () => {
    await userEvent.unhover(document.body);
    expect(here()).toBeUndefined();
  });
});
