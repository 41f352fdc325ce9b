import type { Answer, Ask } from '../answer.ts';
import { html, script } from '../html.ts';
import { cellOf, shell } from '../x/page.ts';
import { feed, type XPost } from '../x/posts.ts';
import { themeOf } from '../x/style.ts';
import { NONCE, strict } from './policy.ts';
import { hostile, long, many } from './posts.ts';
import {
  cloneForeigners,
  mountPlainly,
  redrawRows,
  removeOnPress,
  swapPosts,
  throwOut,
  watchForHarm,
} from './scripts.ts';

interface Nasty {
  readonly says: string;
  readonly posts: readonly XPost[];
  readonly run?: (config: null) => void;
  readonly css?: string;
  readonly dir?: 'rtl';
  readonly csp?: string;
}

const few = feed.slice(0, 6);
/** Pages on x.com that behave badly, by the last part of their address. */
export const NASTY = {
  'hostile-text': { says: 'Markup, script, bidi and zero-width text', posts: hostile, run: watchForHarm },
  'long-text': { says: 'One megabyte of text', posts: [long, ...few.slice(0, 1)] },
  'many-images': { says: 'Five hundred pictures', posts: [many, ...few.slice(0, 1)] },
  'clones-buttons': { says: 'Clones and moves foreign nodes', posts: few, run: cloneForeigners },
  'removes-on-press': { says: 'Removes the post on pointerdown', posts: few, run: removeOnPress },
  'redraws-rows': { says: 'Draws its rows anew every 20 ms', posts: few, run: redrawRows },
  'throws-out': { says: 'Throws foreign nodes out of its rows', posts: few, run: throwOut },
  'swaps-posts': {
    says: 'Shows other posts in the same nodes',
    posts: few.filter((post) => !post.ad),
    run: swapPosts,
  },
  'trusted-types': {
    says: 'Strict policy with Trusted Types',
    posts: few,
    csp: `${strict}; require-trusted-types-for 'script'; trusted-types 'none'`,
  },
  'strict-csp': { says: 'Strict policy', posts: few, csp: strict },
  'ten-pixel-root': { says: 'A root of 10 px', posts: few, css: 'html{font-size:10px}' },
  'z-index-war': {
    says: 'Everything lies on top',
    posts: few,
    css: '.r-top{position:fixed;inset-block-start:0;inset-inline:0;z-index:2147483647;background:#fffa}article{position:relative;z-index:2147483646;isolation:isolate}',
  },
  'hostile-style': {
    says: 'Style that resets all',
    posts: few,
    css: '*{all:unset!important}div,article,section,main{display:block!important}button{display:none!important}svg *{fill:none!important}*::before{content:none!important}[role=group]>:not([class^=css-]){pointer-events:none!important}',
  },
  'right-to-left': { says: 'Right to left', posts: few, dir: 'rtl' },
} as const satisfies Readonly<Record<string, Nasty>>;

export type NastyName = keyof typeof NASTY;

/** Answers `/nasty/<name>`. */
export function nasty({ path, query }: Ask): Answer | null {
  const name = path.slice('/nasty/'.length);
  const found: Nasty | undefined = Object.hasOwn(NASTY, name) ? NASTY[name as NastyName] : undefined;
  if (!found) return null;
  const run = html`${found.run && script(found.run, null, NONCE)}${script(mountPlainly, null, NONCE)}`;
  const body = shell({
    theme: themeOf(query),
    title: found.says,
    lang: 'en',
    cells: found.posts.map((post) => cellOf(post)),
    run: run,
    nonce: NONCE,
    ...(found.css ? { css: found.css } : {}),
    ...(found.dir ? { dir: found.dir } : {}),
  });
  return found.csp ? { body, headers: { 'content-security-policy': found.csp } } : { body };
}
