import type { Names } from '../../../src/feed/mount-buttons.ts';
import type { Recipe } from '../../../src/sites/recipe.ts';

export const NAMES: Names = { share: 'Share with your link', keep: 'Keep' };

/** A small site of its own: what the runtime does, without what one site does. */
export const recipe: Recipe = {
  id: 'cards',
  name: 'Cards',
  version: 1,
  verified: '2026-11',
  hosts: ['cards.example'],
  origins: ['https://cards.example/*'],
  look: { icon: 18, box: 30, gap: 2, like: '.like' },
  forms: [
    {
      kind: 'post',
      root: ['article'],
      not: '.ad',
      nests: true,
      id: [{ at: 'a.time', attr: 'href', re: '/p/(\\w+)' }],
      fields: {
        url: [{ at: '', re: '', to: 'https://cards.example/p/{1}' }],
        name: [{ at: '.name' }],
        handle: [{ at: '.name' }],
        profile: [],
        text: [{ at: '.text', as: 'lines' }],
        time: [],
      },
      bar: [{ at: '.deeds', put: 'append' }],
    },
  ],
};

/** The page that tests run in has our own style sheet, by which a link has air; a site's own link has none. */
export const card = (id: string, inside = ''): string =>
  `<article><a class="time" style="padding:0" href="/p/${id}">now</a><b class="name">Mai</b><p class="text">Words of ${id}</p><div class="deeds"><span class="like">♥</span></div>${inside}</article>`;

/** Elements of some markup, in no document yet. */
export function elements(markup: string): Element[] {
  const made = document.createElement('template');
  made.innerHTML = markup;
  return [...made.content.children];
}
