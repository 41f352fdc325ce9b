import type { Answer, Ask, Site } from '../answer.ts';
import { html, type Markup, page, script } from '../html.ts';
import { longPathOf, pathOf, shortcode } from './ids.ts';
import { article, card, swipe, tiles, whole } from './parts.ts';
import { feed, focused, type Gram, grid, remarks } from './posts.ts';
import { runPage } from './script.ts';
import { css, themeOf } from './style.ts';

function shell({ query }: Ask, title: string, body: Markup, above: Markup | '' = ''): Answer {
  const theme = themeOf(query);
  return {
    body: page({
      lang: 'ja',
      title,
      css: css(theme),
      html: html`class="_9dls ${theme === 'dark' ? '__fb-dark-mode' : '__fb-light-mode'}"`,
      body: html`<div id="mount_0_0"><section class="x9f"><main role="main" class="xvb8">${body}</main></section></div>${above}${script(runPage, null)}`,
    }),
  };
}

const all: readonly Gram[] = [...feed.filter((gram) => !gram.ad), ...grid];

const author = (): Markup =>
  html`<div><header><section><h2><a href="/${focused.by}/" role="link">${focused.by}</a></h2></section></header>${tiles(grid)}</div>`;

/** A post: a page of its own, or (`?dialog=1`) over the author's page; an article (`?markup=older`) before 2024. */
function post(ask: Ask, gram: Gram): Answer {
  const below = gram === focused ? remarks : [];
  const title = `${gram.by} on Instagram`;
  if (ask.query.has('dialog')) {
    const over = html`<div class="x1over"><div role="dialog" class="x1box">${article(gram, below)}</div></div>`;
    return shell(ask, title, author(), over);
  }
  if (ask.query.get('markup') === 'older') return shell(ask, title, article(gram, below));
  return shell(ask, title, whole(gram, below, grid));
}

/** Stand-in for Instagram's web page, of today or (`?markup=older`) of about 2022. */
export const instagram: Site = (ask) => {
  const older = ask.query.get('markup') === 'older';
  if (ask.path === '/') {
    const cards = feed.map((gram) => card(gram, older));
    return shell(ask, 'Instagram', html`<div class="x1feed">${cards}</div>`);
  }
  if (ask.path === `/${focused.by}/`) return shell(ask, focused.by, author());
  const found = all.find((gram) => [pathOf(gram), longPathOf(gram)].includes(ask.path));
  if (found) return post(ask, found);
  const reel = all.find((gram) => gram.video && ask.path === `/reels/${shortcode(gram)}/`);
  if (!reel) return null;
  const next = ask.query.has('more') ? all.filter((gram) => gram.video && gram !== reel) : [];
  return shell(ask, 'Reels', html`${[reel, ...next].map(swipe)}`);
};
