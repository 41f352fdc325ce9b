import { html, type Markup } from '../html.ts';
import { idOf, pathOf } from './ids.ts';
import { avatar, content, displayName, FILES, icon } from './parts.ts';
import type { Toot } from './posts.ts';

/** `older`: icons of a font, and no wrappers in the row; about version 4.2. */
export interface Look {
  readonly older: boolean;
}

const dayOf = (iso: string): string => `${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日`;

const sign = (name: 'reply' | 'boost' | 'star' | 'bookmark' | 'more' | 'globe', { older }: Look): Markup =>
  older ? html`<i class="fa fa-${name} fa-fw" aria-hidden="true"></i>` : icon(name);

const counter = (count: number): Markup =>
  html`<span class="icon-button__counter"><span class="animated-number"><span><span>${count}</span></span></span></span>`;

function button(
  name: 'reply' | 'boost' | 'star' | 'bookmark' | 'more',
  label: string,
  look: Look,
  count?: number,
): Markup {
  const inside = html`${sign(name, look)}${count !== undefined && counter(count)}`;
  const type = count !== undefined ? 'icon-button icon-button--with-counter' : 'icon-button';
  if (look.older)
    return html`<button type="button" aria-label="${label}" title="${label}" class="status__action-bar__button ${type}" tabindex="0">${inside}</button>`;
  return html`<div class="status__action-bar__button-wrapper"><button type="button" aria-label="${label}" title="${label}" class="status__action-bar__button ${type}" tabindex="0">${inside}</button></div>`;
}

const bar = (toot: Toot, look: Look): Markup =>
  html`<div class="status__action-bar">${button('reply', '返信', look, toot.replies)}${button('boost', 'ブースト', look)}${button('star', 'お気に入り', look)}${button('bookmark', 'ブックマーク', look)}${
    look.older
      ? html`<div class="status__action-bar__dropdown"><button type="button" aria-label="もっと見る" class="icon-button">${sign('more', look)}</button></div>`
      : html`<div class="status__action-bar__button-wrapper"><button type="button" aria-label="もっと見る" aria-haspopup="menu" class="icon-button">${sign('more', look)}</button></div>`
  }</div>`;

export const gallery = (toot: Toot): Markup[] =>
  (toot.media ?? []).map((one) =>
    one.kind === 'video'
      ? html`<div class="video-player inline"><video preload="none" role="button" tabindex="0" poster="${FILES}/media_attachments/files/${one.name}"></video></div>`
      : html`<div class="media-gallery media-gallery--layout-1"><div class="media-gallery__item media-gallery__item--tall"><canvas class="media-gallery__preview media-gallery__preview--hidden" width="32" height="32"></canvas><a class="media-gallery__item-thumbnail" href="${FILES}/media_attachments/files/${one.name}" target="_blank" rel="noopener"><img src="${FILES}/media_attachments/files/${one.name.replace('/original/', '/small/')}" alt="${one.alt}"></a></div></div>`,
  );

const card = ({ to, title }: NonNullable<Toot['card']>): Markup =>
  html`<a href="${to}" class="status-card" target="_blank" rel="noopener"><div class="status-card__image"><img src="${FILES}/cards/card.png" alt="" class="status-card__image-image"></div><div class="status-card__content"><span class="status-card__host"><span>${new URL(to).host}</span></span><strong class="status-card__title" title="${title}">${title}</strong><span class="status-card__description">少しずつ、ゆっくり。</span></div></a>`;

/** A quotation is a status within a status, without a row of its own. */
const quoted = (toot: Toot, look: Look): Markup =>
  html`<div class="status__quote"><div class="status__wrapper status__wrapper-public">${inside(toot, look, true)}</div></div>`;

const warned = (warning: string): Markup =>
  html`<div class="content-warning"><p><span>${warning}</span></p><button class="link-button" type="button">もっと見る</button></div>`;

const olderWarned = (warning: string): Markup =>
  html`<div class="status__content status__content--with-action status__content--with-spoiler" tabindex="0"><p><span class="translate">${warning}</span> <button type="button" class="status__content__spoiler-link status__content__spoiler-link--show-more" aria-expanded="false"><span>もっと見る</span></button></p></div>`;

export const text = (toot: Toot): Markup =>
  html`<div class="status__content status__content--with-action" tabindex="0"><div class="status__content__text status__content__text--visible translate"${toot.lang ? html` lang="${toot.lang}"` : ''}>${content(toot.text)}</div></div>`;

function inside(toot: Toot, look: Look, isQuote = false): Markup {
  const head = html`<div class="status__info"><a href="${pathOf(toot)}" class="status__relative-time" target="_blank" rel="noopener"><span class="status__visibility-icon">${sign('globe', look)}</span><time datetime="${toot.time}" title="${toot.time}">${dayOf(toot.time)}</time></a><a href="/@${toot.handle}" title="${toot.handle}" data-hover-card-account="${toot.handle.length}" class="status__display-name" rel="noopener"><div class="status__avatar">${avatar(toot.handle, 46)}</div>${displayName(toot.name, toot.handle)}</a></div>`;
  const body = toot.warning
    ? (look.older ? olderWarned : warned)(toot.warning)
    : html`${text(toot)}${gallery(toot)}${toot.card && card(toot.card)}${toot.quote && !look.older && quoted(toot.quote, look)}`;
  return html`<div class="status status-public${isQuote ? ' status--is-quote' : ''}" data-id="${idOf(toot)}">${head}${body}${!isQuote && bar(toot, look)}</div>`;
}

/** A card of a list. */
export const status = (toot: Toot, look: Look): Markup =>
  html`<div tabindex="-1"><div class="status__wrapper status__wrapper-public focusable" tabindex="0" aria-label="${toot.name}, ${toot.text.slice(0, 40)}, ${toot.handle}" data-nosnippet="true">${
    toot.boostedBy &&
    html`<div class="status__prepend"><div class="status__prepend__icon">${sign('boost', look)}</div><span><a href="/@midori" class="status__display-name muted"><bdi><strong>${toot.boostedBy}</strong></bdi></a> さんがブースト</span></div>`
  }${inside(toot, look)}</div></div>`;

const stat = (toot: Toot, kind: 'reblogs' | 'favourites', look: Look): Markup =>
  html`<a class="detailed-status__link" href="${pathOf(toot)}/${kind}">${sign(kind === 'reblogs' ? 'boost' : 'star', look)}<span class="detailed-status__${kind === 'reblogs' ? 'reblogs' : 'favorites'}"><span class="animated-number"><span><span>${toot[kind]}</span></span></span></span></a>`;

/** The post that a page is about. In the older markup it tells no machine time. */
export function detailed(toot: Toot, look: Look): Markup {
  const account = toot.handle.includes('@') ? toot.handle : `${toot.handle}@mastodon.example`;
  const when = look.older
    ? html`<span>2026年11月20日 18:40</span>`
    : html`<time datetime="${toot.time}">2026年11月20日 18:40</time>`;
  const meta = html`<div class="detailed-status__meta"><div class="detailed-status__meta__line"><a class="detailed-status__datetime" href="${pathOf(toot)}" target="_blank" rel="noopener">${when}</a> · <span class="status__visibility-icon">${sign('globe', look)}</span></div><div class="detailed-status__meta__line">${stat(toot, 'reblogs', look)} · ${stat(toot, 'favourites', look)}</div></div>`;
  const row = html`<div class="detailed-status__action-bar">${['返信', 'ブースト', 'お気に入り', 'ブックマーク'].map((label, at) => html`<div class="detailed-status__button"><button type="button" aria-label="${label}" class="icon-button">${sign((['reply', 'boost', 'star', 'bookmark'] as const)[at] ?? 'more', look)}</button></div>`)}<div class="detailed-status__action-bar-dropdown"><button type="button" aria-label="もっと見る" class="icon-button">${sign('more', look)}</button></div></div>`;
  return html`<div tabindex="-1"><div class="focusable detailed-status__wrapper detailed-status__wrapper-public" tabindex="0"><div><div class="detailed-status"><a href="/@${toot.handle}" class="detailed-status__display-name"><div class="detailed-status__display-avatar">${avatar(toot.handle, 46)}</div>${displayName(toot.name, account)}</a>${text(toot)}${gallery(toot)}${meta}</div></div>${row}</div></div>`;
}
