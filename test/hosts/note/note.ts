import type { Answer, Ask, Site } from '../answer.ts';
import { html, type Markup, page, script } from '../html.ts';
import { pathOf } from './ids.ts';
import { article, card, former, redrawn } from './parts.ts';
import { focused, writings } from './posts.ts';
import { runPage } from './script.ts';
import { css, themeOf } from './style.ts';

const shell = ({ query }: Ask, title: string, body: Markup): Answer => ({
  body: page({
    lang: 'ja',
    title,
    css: css(themeOf(query)),
    body: html`<div id="__nuxt"><div id="__layout"><header class="o-header"><a href="/">note</a></header><main class="t-main">${body}</main></div></div>${script(runPage, null)}`,
  }),
});

const list = (ask: Ask, title: string, of: typeof card): Answer =>
  shell(ask, title, html`<div class="p-list">${writings.map(of)}</div>`);

/** Stand-in for note, of today or (`?markup=older`) of about 2022; `?markup=redrawn`: its list as it becomes. */
export const note: Site = (ask) => {
  const markup = ask.query.get('markup');
  const older = markup === 'older';
  const of = older ? former : markup === 'redrawn' ? redrawn : card;
  if (ask.path === '/') return list(ask, 'note', of);
  if (ask.path === `/${focused.by.account}/m/m0123456789ab`) return list(ask, '豆の本棚｜朝日みどり', of);
  const found = writings.find((one) => pathOf(one) === ask.path);
  if (!found) return null;
  const recommended = writings.filter((one) => one !== found).slice(0, 1);
  return shell(ask, `${found.title}｜${found.by.name}`, article(found, recommended, older));
};
