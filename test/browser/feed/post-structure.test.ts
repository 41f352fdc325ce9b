import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { ATTRIBUTES, HOOKS, INTERFACE, ROLES, TAGS } from '../../../src/feed/html-vocabulary.ts';
import { structureOf } from '../../../src/feed/post-structure.ts';
import { knownWords, reportOf } from '../../../src/feed/structure-report.ts';
import { SITES } from '../../../src/sites/sites.ts';

const known = knownWords(SITES);
afterEach(() => document.body.replaceChildren());

/** What a page would not want told: a name, of letters alone, that no list of ours has. */
const secret = fc
  .stringMatching(/^[a-z]{5,12}$/)
  .filter(
    (word) =>
      ![...TAGS, ...ROLES, ...ATTRIBUTES, ...HOOKS, ...INTERFACE, ...known].some(
        (one) => one.toLowerCase().includes(word) || word.includes('musubi'),
      ),
  );

const ATTRIBUTE_NAMES = [
  'id',
  'class',
  'aria-label',
  'title',
  'alt',
  'href',
  'src',
  'value',
  'data-author',
  'style',
  'lang',
  'role',
  'itemtype',
  'data-id',
];
const HOOK_NAMES = ['data-testid', 'data-e2e', 'data-view-name', 'slot', 'rel', 'itemprop', 'type'];

/** A post in which a name stands wherever a page can write one. */
function hostile(name: string, n: number): HTMLElement {
  const post = document.createElement('article');
  post.setAttribute('data-testid', 'tweet');
  const upper = name.charAt(0).toUpperCase() + name.slice(1);
  for (const attribute of ATTRIBUTE_NAMES) {
    const child = document.createElement(attribute === 'href' ? 'a' : 'span');
    child.setAttribute(attribute, name);
    post.append(child);
  }
  for (const [i, hook] of HOOK_NAMES.entries()) {
    const values = [
      name,
      `UserAvatar-Container-${name}`,
      `user${upper}`,
      `${upper}.menu`,
      `a:${name}`,
      `${name}-${n}`,
    ];
    for (const value of values) {
      const child = document.createElement('div');
      child.setAttribute(hook, value);
      child.setAttribute(`data-${name}`, String(i));
      child.setAttribute(name, '');
      post.append(child);
    }
  }
  post.append(document.createElement(`${name}-card`), document.createElement(name), name);
  return post;
}

describe('the structure of a post', () => {
  it('tells no name that the page shows, wherever the page writes it, in one post or in all', () => {
    fc.assert(
      fc.property(secret, fc.integer({ min: 1, max: 4 }), (name, n) => {
        document.body.replaceChildren(...Array.from({ length: n }, (_, i) => hostile(name, i)));
        const posts = [...document.querySelectorAll('article')];
        const [first] = posts;
        if (!first) throw new Error('no post');
        const told = structureOf(first, posts, known);
        expect(told.toLowerCase()).not.toContain(name);
        expect(told).toMatch(/^article data-testid=tweet\n/);
      }),
      { numRuns: 150 },
    );
  });

  it('tells no text of any kind: every word is of a closed list or a plain name', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...ATTRIBUTE_NAMES, ...HOOK_NAMES), text)),
        text,
        (pairs, said) => {
          const post = document.createElement('article');
          for (const [attribute, value] of pairs) {
            const child = document.createElement('p');
            child.setAttribute(attribute, value);
            child.append(said);
            post.append(child);
          }
          document.body.replaceChildren(post);
          const told = structureOf(post, [post], known);
          expect(told).toMatch(/^[A-Za-z\-_.:= \n×…\d]*$/);
          expect(told.replace(/× \d+|data-e2e/g, '')).not.toMatch(/\d/);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('tells no id, no address and no long or foreign value in a hook', () => {
    const values = [
      'post-8123912',
      'a1b2c3',
      'https://x.com/a',
      'たなか',
      'Tanaka Taro',
      'a'.repeat(41),
      'x@y.example',
      '../a',
      'é-card',
    ];
    document.body.replaceChildren(
      ...values.flatMap((value) =>
        [0, 1].map(() => {
          const post = document.createElement('article');
          post.setAttribute('data-testid', value);
          return post;
        }),
      ),
    );
    const posts = [...document.querySelectorAll('article')];
    for (const post of posts) expect(structureOf(post, posts, known)).toBe('article data-testid=…');
  });

  it('tells a plain new hook that several posts have, and holds back one that a single post has', () => {
    const post = (hook: string) => {
      const article = document.createElement('article');
      const child = document.createElement('div');
      child.setAttribute('data-testid', hook);
      article.append(child);
      return article;
    };
    document.body.replaceChildren(post('fresh-reply-button'), post('fresh-reply-button'), post('tanaka'));
    const posts = [...document.querySelectorAll('article')];
    const told = posts.map((one) => structureOf(one, posts, known));
    expect(told[0]).toBe('article\n  div data-testid=fresh-reply-button');
    expect(told[2]).toBe('article\n  div data-testid=…');
  });

  it('tells equal neighbours once, and ends somewhere', () => {
    const list = document.createElement('ul');
    for (let i = 0; i < 50; i++) list.append(document.createElement('li'));
    document.body.replaceChildren(list);
    expect(structureOf(list, [], known)).toBe('ul\n  li\n  × 50');
    let deep: Element = list;
    for (let i = 0; i < 3000; i++) {
      const next = document.createElement(i % 2 ? 'div' : 'p');
      deep.append(next);
      if (i % 20 === 0) deep = next;
    }
    expect(structureOf(list, [], known).split('\n').length).toBeLessThanOrEqual(401);
  });

  it('changes nothing in the page', () => {
    document.body.replaceChildren(hostile('tanaka', 1));
    const before = document.documentElement.outerHTML;
    const report = reportOf(SITES);
    expect(report).toContain('site: none that we know');
    expect(report).toContain('not found in this one: the post itself');
    expect(report).not.toContain('tanaka');
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
