import type { Answer, Ask, Site } from '../answer.ts';
import { filling, html, type Markup, page, script } from '../html.ts';
import { runScrolling } from '../scrolling.ts';
import { classic, sponsored } from './classic.ts';
import { drawn, suggestion } from './drawn.ts';
import { feed, idOf, type LinkedInPost, pathOf, urnOf } from './posts.ts';
import { type Held, hold } from './script.ts';
import { css, themeOf } from './style.ts';

/** What the page's scripts hold of these posts. One that says its name elsewhere has two there, and so none. */
export const heldOf = (posts: readonly LinkedInPost[]): Held[] =>
  posts.map((post) => ({
    card: post.card,
    urns: post.says === 'props' ? [urnOf(post)] : [],
    ...(post.says === 'number' && { number: idOf(post) }),
  }));

function shell({ query }: Ask, body: Markup): Answer {
  const theme = themeOf(query);
  return {
    body: page({
      lang: 'ja',
      title: 'フィード | LinkedIn',
      css: css(theme),
      html: html`class="theme--${theme}"`,
      body,
    }),
  };
}

/** `nameless`: nothing on the page says the posts' names, or two names are held for one. */
function list(posts: readonly LinkedInPost[], query: URLSearchParams): Markup {
  if (query.get('markup') === 'older')
    return html`<main class="scaffold-layout__main">${posts.map(classic)}${posts.length > 1 && sponsored(posts[1] ?? (posts[0] as LinkedInPost))}</main>`;
  const nameless = query.get('nameless');
  const shown = nameless ? posts.filter(({ says }) => says === 'props' || says === 'number') : posts;
  const held =
    nameless === 'two' ? shown.map(({ card }) => ({ card, urns: posts.map(urnOf) })) : heldOf(shown);
  return html`<main><div data-testid="mainFeed" role="list" data-component-type="LazyColumn" componentkey="container-update-list_mainFeed-lazy-container">${shown.map(drawn)}${shown.length > 1 && suggestion(shown[1] as LinkedInPost)}</div></main>${nameless !== '1' && script(hold, held)}`;
}

/** An endless feed for measuring. */
function scrolling(query: URLSearchParams): Markup {
  const cells = feed.map(
    (post) => html`<div class="_cell">${drawn({ ...post, remarks: [] })}${filling(70)}</div>`,
  );
  const config = {
    list: '[data-testid="mainFeed"]',
    posts: Number(query.get('posts')),
    batch: Number(query.get('batch') ?? 20),
    keep: 2,
    numbered: [
      { at: '[componentkey*="FeedType_"]', attr: 'componentkey', find: 'FeedType_', put: 'q#FeedType_' },
      { at: '[id^="translatable-commentary"]', attr: 'id', find: '\\d{10,}', put: '75307696#' },
    ],
    held: { at: '[componentkey*="FeedType_"]', name: '__reactFiber$k3yr4nd' },
  };
  return html`<main><div data-testid="mainFeed" role="list" data-component-type="LazyColumn"></div></main><template id="cells">${cells}</template>${script(runScrolling, config)}`;
}

/** Stand-in for www.linkedin.com: the page that is drawn from data, or (`?markup=older`) the one before. */
export const linkedin: Site = (ask) => {
  const { path, query } = ask;
  if (query.has('posts')) return shell(ask, scrolling(query));
  if (path === '/feed/' || path === '/') return shell(ask, list(feed, query));
  const one = feed.find((post) => pathOf(post) === path || pathOf(post) === `${path}/`);
  return one ? shell(ask, list([one], query)) : null;
};
