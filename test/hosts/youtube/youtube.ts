import type { Answer, Ask, Site } from '../answer.ts';
import { filling, html, type Markup, page, script } from '../html.ts';
import { runScrolling } from '../scrolling.ts';
import { advertisement, lockup, mix, renderer, shelved } from './parts.ts';
import { notice, short, type Video, videos, watched } from './posts.ts';
import { type Held, hold } from './script.ts';
import { css, themeOf } from './style.ts';
import { noticePage, shortPage, watchPage } from './watch.ts';

export const heldOf = (): Held[] => [...videos, short].map(({ id, handle, time }) => ({ id, handle, time }));

function shell({ query }: Ask, body: Markup): Answer {
  const theme = themeOf(query);
  return {
    // As the site has it: no text becomes markup or script but by a policy of the page's own.
    headers: { 'content-security-policy': "require-trusted-types-for 'script'" },
    body: page({
      lang: 'ja-JP',
      title: 'YouTube',
      css: css(theme),
      html: theme === 'dark' ? html`dark` : html``,
      body: html`<ytd-app><div id="page">${body}</div></ytd-app>${script(hold, heldOf())}`,
    }),
  };
}

const item = (inside: Markup): Markup =>
  html`<ytd-rich-item-renderer><div id="content">${inside}</div></ytd-rich-item-renderer>`;

function home(older: boolean): Markup {
  if (older) return html`<ytd-item-section-renderer>${videos.map(renderer)}</ytd-item-section-renderer>`;
  return html`<ytd-rich-grid-renderer><div id="grid">${videos.map((video) => item(lockup(video, true)))}${advertisement}${mix}${item(shelved(short))}</div></ytd-rich-grid-renderer>`;
}

function watching(id: string | null, older: boolean): Markup | null {
  const video = videos.find((one) => one.id === id);
  if (!video) return null;
  const beside = (one: Video) => (older ? renderer(one) : lockup(one, false));
  return watchPage(video, older, html`${videos.filter((one) => one !== watched).map(beside)}`);
}

/** An endless grid for measuring. */
function scrolling(query: URLSearchParams): Markup {
  const cells = videos.map((video) => item(html`${lockup(video, true)}${filling(120)}`));
  const config = {
    list: '#grid',
    posts: Number(query.get('posts')),
    batch: Number(query.get('batch') ?? 20),
    keep: 2,
    numbered: [{ at: 'a[href*="v="]', attr: 'href', find: 'v=[\\w-]{11}', put: 'v=#' }],
  };
  return html`<ytd-rich-grid-renderer><div id="grid"></div></ytd-rich-grid-renderer><template id="cells">${cells}</template>${script(runScrolling, config)}`;
}

/** Stand-in for www.youtube.com and, with `?markup=older`, for its elements of before. */
export const youtube: Site = (ask) => {
  const { path, query } = ask;
  const older = query.get('markup') === 'older';
  if (query.has('posts')) return shell(ask, scrolling(query));
  if (path === '/') return shell(ask, home(older));
  if (path === '/watch') {
    const body = watching(query.get('v'), older);
    return body && shell(ask, body);
  }
  if (path === `/shorts/${short.id}`) return shell(ask, shortPage(short, videos[1] ?? watched));
  return path === `/post/${notice.id}` ? shell(ask, noticePage(notice)) : null;
};
