import type { Answer, Ask, Site } from '../answer.ts';
import { html, type Markup, page, script } from '../html.ts';
import { defineElements } from './elements.ts';
import { pathOf } from './ids.ts';
import { link, remark } from './old.ts';
import { focused, listing, remarks, SUB } from './posts.ts';
import { comment, post } from './shreddit.ts';
import { css, oldCss, themeOf } from './style.ts';

function shell({ query }: Ask, title: string, body: Markup): Answer {
  const theme = themeOf(query);
  return {
    body: page({
      lang: 'ja',
      title,
      css: css(theme),
      html: html`class="theme-${theme}"`,
      body: html`<shreddit-app><div class="page"><div class="top">${title}</div><main id="main-content">${body}</main></div></shreddit-app>${script(defineElements, null)}`,
    }),
  };
}

/** Stand-in for www.reddit.com, of today or (`?markup=older`) with its share control still in a loader. */
export const reddit: Site = (ask) => {
  const older = ask.query.get('markup') === 'older';
  if (ask.path === '/' || ask.path === `/r/${SUB}/`)
    return shell(
      ask,
      `r/${SUB}`,
      html`<shreddit-feed>${listing.map((one) => post(one, older, false))}</shreddit-feed>`,
    );
  const found = listing.find((one) => pathOf(one) === ask.path);
  if (!found) return null;
  const below = found === focused ? remarks.map((one) => comment(one, older)) : [];
  return shell(
    ask,
    found.title,
    html`${post(found, older, true)}<shreddit-comment-tree id="comment-tree" post-id="t3_${found.id}">${below}</shreddit-comment-tree>`,
  );
};

const oldPage = (title: string, body: Markup, isThread: boolean): Answer => ({
  body: page({
    lang: 'en',
    title,
    css: oldCss,
    bodyAttributes: html`class="${isThread ? 'comments-page single-page' : 'listing-page hot-page'}"`,
    body: html`<div id="header" role="banner"><a href="/r/${SUB}/">${SUB}</a></div><div class="content" role="main">${body}</div>`,
  }),
});

/** Stand-in for old.reddit.com, which has not changed in years. */
export const oldReddit: Site = ({ path }) => {
  if (path === '/' || path === `/r/${SUB}/`) {
    const shown = listing.filter((one) => one.promoted !== 'element');
    return oldPage(
      SUB,
      html`<div id="siteTable" class="sitetable linklisting">${shown.map(link)}</div>`,
      false,
    );
  }
  const found = listing.find((one) => pathOf(one) === path);
  if (!found) return null;
  const below = found === focused ? remarks : [];
  return oldPage(
    `${found.title} : ${SUB}`,
    html`<div id="siteTable" class="sitetable linklisting">${link(found)}</div><div class="commentarea"><div class="sitetable nestedlisting">${below.map(remark)}</div></div>`,
    true,
  );
};
