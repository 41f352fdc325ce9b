import { html, type Markup, page } from '../html.ts';
import { article } from './article.ts';
import { olderArticle } from './article-older.ts';
import type { XPost } from './posts.ts';
import { css, signals, type Theme } from './style.ts';

export interface View {
  readonly theme: Theme;
  readonly title: string;
  readonly cells: readonly Markup[];
  readonly run: Markup;
  /** More style, and attributes of html and body, for pages that behave badly. */
  readonly css?: string;
  readonly nonce?: string;
  readonly lang?: string;
  readonly dir?: 'rtl';
}

/** A post in the wrapping that a cell has; an advertisement's carries the hook that says so. */
export const cellOf = (post: XPost, older = false, isFocused = false): Markup => {
  const drawn = older ? olderArticle(post, isFocused) : article(post, isFocused);
  const inner = post.ad
    ? html`<div class="css-175box" data-testid="placementTracking">${drawn}</div>`
    : drawn;
  return html`<div class="css-175box r-1ig"><div class="css-175box">${inner}</div></div>`;
};

/** The page of the site around its cells, which a script mounts. */
export function shell(view: View): string {
  const { html: htmlStyle, body: bodyStyle } = signals(view.theme);
  return page({
    lang: view.lang ?? 'ja',
    title: view.title,
    css: `${css(view.theme)}html{${htmlStyle}}body{${bodyStyle}}${view.css ?? ''}`,
    html: html`dir="${view.dir ?? 'ltr'}"${view.theme === 'light' || view.nonce ? '' : html` style="color-scheme: dark;"`}`,
    // Under a strict policy the page would only complain of its own style attributes.
    ...(view.nonce ? {} : { bodyAttributes: html`style="${bodyStyle}"` }),
    ...(view.nonce ? { nonce: view.nonce } : {}),
    body: html`<div id="react-root"><div class="css-175box"><main role="main" class="css-175box"><div class="css-175box" data-testid="primaryColumn"><div class="r-top">${view.title}</div><section role="region" class="css-175box"><div class="r-list"></div></section></div></main></div></div>
<template id="cells">${view.cells}</template>
${view.run}`,
  });
}
