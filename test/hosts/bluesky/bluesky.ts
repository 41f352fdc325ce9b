import type { Ask, Site } from '../answer.ts';
import { html, type Markup, page, script } from '../html.ts';
import { pathOf } from './ids.ts';
import { anchorItem, feedItem, notice, threadItem } from './items.ts';
import { answers, feed, focused } from './posts.ts';
import { runList } from './script.ts';
import { css, themeOf } from './style.ts';

function shell({ query }: Ask, title: string, cells: readonly Markup[], screen = ''): string {
  const theme = themeOf(query);
  return page({
    lang: 'ja',
    title,
    css: css(theme),
    html: html`class="theme--${theme}"`,
    body: html`<div id="root"><div class="css-g5y"><main role="main" class="s-page"><div class="s-top">${title}</div><div id="list"${screen && html` data-testid="${screen}"`}></div></main></div></div>
<template id="cells">${cells}</template>${script(runList, null)}`,
  });
}

function thread(ask: Ask, older: boolean): string | null {
  const skeet = [...feed, ...answers].find((one) => pathOf(one) === ask.path);
  if (!skeet) return null;
  const below = skeet === focused ? answers : [];
  const cells = [anchorItem(skeet, older), ...below.map((one) => threadItem(one, older))];
  return shell(ask, `${skeet.name} on Bluesky`, cells, 'postThreadScreen');
}

/** Stand-in for Bluesky's web page, of today or (`?markup=older`) of about 2024. */
export const bluesky: Site = (ask) => {
  const older = ask.query.get('markup') === 'older';
  if (ask.path === '/')
    return {
      body: shell(
        ask,
        'Discover',
        feed.map((skeet) => feedItem(skeet, older)),
        'followingFeedPage',
      ),
    };
  if (ask.path === '/notifications')
    return { body: shell(ask, '通知', feed.slice(1, 3).map(notice), 'notificationsScreen') };
  const body = thread(ask, older);
  return body === null ? null : { body };
};
