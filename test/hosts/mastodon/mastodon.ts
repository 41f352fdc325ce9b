import type { Ask, Site } from '../answer.ts';
import { html, json, type Markup, page, script } from '../html.ts';
import { pathOf } from './ids.ts';
import { focused, type Toot, thread, timeline } from './posts.ts';
import { runColumn } from './script.ts';
import { detailed, type Look, status } from './status.ts';
import { css } from './style.ts';

const NONCE = 'bWFzdG9kb24';
const FILES = 'https://files.mastodon.example';

/** As the server sends it: no script and no style without the nonce. */
const POLICY = `default-src 'none'; base-uri 'none'; frame-ancestors 'none'; font-src 'self'; img-src 'self' data: blob: ${FILES}; style-src 'self' 'nonce-${NONCE}'; media-src 'self' data: ${FILES}; manifest-src 'self'; form-action 'self'; child-src 'self' blob:; worker-src 'self' blob:; connect-src 'self' data: blob: ${FILES} wss://mastodon.example; script-src 'self' 'nonce-${NONCE}' 'wasm-unsafe-eval'`;

function shell(ask: Ask, title: string, cells: readonly Markup[], look: Look): string {
  const theme = ask.query.get('theme') === 'dark' ? 'dark' : 'light';
  // The present sign of a theme is an attribute; it was a class of the body.
  const root = look.older ? html`` : html`data-color-scheme="${theme}" data-contrast="auto"`;
  const body = look.older
    ? html`class="app-body theme-mastodon-${theme}"`
    : html`class="app-body theme-default"`;
  return page({
    lang: 'ja',
    title,
    css: css(theme),
    nonce: NONCE,
    html: root,
    bodyAttributes: body,
    head: html`<meta content="Mastodon" property="og:site_name"><script id="initial-state" type="application/json">${json({ meta: { domain: ask.host, title: ask.host, locale: 'ja', version: look.older ? '4.2.29' : '4.6.0' } })}</script>`,
    body: html`<div class="notranslate app-holder" data-props="{&quot;locale&quot;:&quot;ja&quot;}" id="mastodon"><div tabindex="-1"><div class="ui"><div class="columns-area columns-area--mobile"><div role="region" class="column"><div class="column-header">${title}</div><div class="scrollable scrollable--flex"><div role="feed" class="item-list"></div></div></div></div></div></div></div>
<template id="cells">${cells}</template>${script(runColumn, null, NONCE)}`,
  });
}

function threadOf(toot: Toot, look: Look): Markup[] {
  const { before, after } = toot === focused ? thread : { before: [], after: [] };
  return [
    ...before.map((one) => status(one, look)),
    detailed(toot, look),
    ...after.map((one) => status(one, look)),
  ];
}

/** Stand-in for a Mastodon server, of today or (`?markup=older`) of version 4.2. */
export const mastodon: Site = (ask) => {
  const look: Look = { older: ask.query.get('markup') === 'older' };
  const headers = { 'content-security-policy': POLICY };
  if (ask.path === '/home' || ask.path === '/')
    return {
      headers,
      body: shell(
        ask,
        'ホーム',
        timeline.map((toot) => status(toot, look)),
        look,
      ),
    };
  const all = [...timeline, focused, ...thread.before, ...thread.after];
  const toot = all.find((one) => pathOf(one) === ask.path);
  return toot ? { headers, body: shell(ask, `${toot.name}さんの投稿`, threadOf(toot, look), look) } : null;
};
