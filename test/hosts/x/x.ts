import type { Ask, Site } from '../answer.ts';
import { script } from '../html.ts';
import { nasty } from '../nasty/nasty.ts';
import { runEndless } from './endless.ts';
import { pathOf } from './ids.ts';
import { cellOf, shell } from './page.ts';
import { answers, feed, focused } from './posts.ts';
import { runFeed } from './script.ts';
import { themeOf } from './style.ts';

function home({ query }: Ask): string {
  const older = query.get('markup') === 'older';
  const posts = Number(query.get('posts') ?? 0);
  const batch = Number(query.get('batch') ?? 20);
  const unmount = query.get('unmount') === '1';
  const shown = posts > 0 ? feed.filter((post) => !post.ad) : feed;
  return shell({
    theme: themeOf(query),
    title: 'ホーム / X',
    cells: shown.map((post) => cellOf(post, older)),
    run:
      posts > 0
        ? script(runEndless, {
            posts,
            batch,
            unmount,
            auto: query.get('auto') !== '0',
            keep: 2,
            beforehand: query.get('beforehand') !== '0',
          })
        : script(runFeed, { cells: 12, reuse: query.get('reuse') === '1' }),
  });
}

function detail({ path, query }: Ask): string | null {
  const all = [...feed, ...answers];
  const post = all.find((one) => pathOf(one) === path.replace(/\/(photo|video)\/\d+$/, ''));
  if (!post) return null;
  const older = query.get('markup') === 'older';
  const below = post === focused ? answers : [];
  return shell({
    theme: themeOf(query),
    title: `Xユーザーの${post.name}さん`,
    cells: [cellOf(post, older, true), ...below.map((answer) => cellOf(answer, older))],
    run: script(runFeed, { cells: 12, reuse: false }),
  });
}

/** Stand-in for x.com and, with `?markup=older`, for what it was as twitter.com. */
export const x: Site = (ask) => {
  if (ask.path.startsWith('/nasty/')) return nasty(ask);
  const body = ask.path === '/home' || ask.path === '/' ? home(ask) : detail(ask);
  return body === null ? null : { body };
};
