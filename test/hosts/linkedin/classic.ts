import { html, type Markup } from '../html.ts';
import { face, type Icon, photo, poster, shape, WORDS, words } from './parts.ts';
import { idOf, type LinkedInPost, pageOf, type Remark, remarkUrn, urnOf, type Who } from './posts.ts';

const icon = (name: Icon): Markup =>
  html`<svg role="none" aria-hidden="true" viewBox="0 0 16 16" width="16" height="16" data-test-icon="${name}"><path d="${shape(name)}"></path></svg>`;

const twice = (text: string): Markup =>
  html`<span aria-hidden="true">${text}</span><span class="visually-hidden">${text}</span>`;

const actor = (who: Who): Markup =>
  html`<div class="update-components-actor"><div class="update-components-actor__container"><a class="update-components-actor__image" href="${pageOf(who)}?miniProfileUrn=1" tabindex="-1"><img src="${face(who.slug)}" alt="" width="48" height="48"></a><a class="update-components-actor__meta-link" href="${pageOf(who)}?miniProfileUrn=1"><span class="update-components-actor__title"><span class="hoverable-link-text"><span dir="ltr">${twice(who.name)}</span></span><span class="update-components-actor__supplementary-actor-info">${twice('• 3次+')}</span></span><span class="update-components-actor__description">${twice(who.line)}</span></a><span class="update-components-actor__sub-description">${twice(WORDS.ago)}</span></div></div>`;

const commentary = (text: string): Markup =>
  html`<div class="update-components-text relative update-components-update-v2__commentary" dir="ltr"><span class="break-words tvm-parent-container"><span dir="ltr">${words(text)}</span></span></div>`;

function media(post: LinkedInPost): Markup {
  return html`${(post.media ?? []).map(({ kind, name, alt }) =>
    kind === 'image'
      ? html`<div class="update-components-image"><button type="button"><img class="update-components-image__image" src="${photo(name)}" alt="${alt}"></button></div>`
      : html`<div class="update-components-linkedin-video"><video poster="${poster(name)}" src="blob:https://www.linkedin.com/1"></video></div>`,
  )}`;
}

const quote = (one: Who & { readonly time: string; readonly text: string }): Markup =>
  html`<div class="update-components-mini-update-v2"><a class="update-components-mini-update-v2__link-to-details-page" href="/feed/update/urn:li:activity:${idOf(one)}/">${actor(one)}</a><div class="update-components-text update-components-update-v2__commentary"><span dir="ltr">${words(one.text)}</span></div></div>`;

const counts = (post: LinkedInPost): Markup =>
  html`<ul class="social-details-social-counts"><li><button type="button" class="t-black--light"><span class="social-details-social-counts__reactions-count">${post.likes.toLocaleString('en')}</span></button></li><li class="social-details-social-counts__item social-details-social-counts__item--right-aligned social-details-social-counts__comments"><button type="button">コメント${post.replies}件</button></li>${post.reposts > 0 && html`<li class="social-details-social-counts__item social-details-social-counts__item--right-aligned"><button type="button">再投稿${post.reposts}件</button></li>`}</ul>`;

const deed = (name: Icon, label: string): Markup =>
  html`<button type="button" aria-label="${label}" class="artdeco-button social-actions-button">${icon(name)}<span>${label}</span></button>`;
const bar = html`<div class="feed-shared-social-action-bar"><span class="reactions-react-button">${deed('thumbs-up-outline-small', WORDS.react)}</span>${deed('comment-small', WORDS.comment)}${deed('repost-small', WORDS.repost)}${deed('send-privately-small', WORDS.send)}</div>`;

function remark(post: LinkedInPost, one: Remark, reply = false): Markup {
  return html`<article class="comments-comment-entity ${reply ? 'comments-comment-entity--reply' : ''}" data-id="${remarkUrn(post, one, false)}"><div class="comments-comment-meta__container"><a class="comments-comment-meta__image-link" href="${pageOf(one)}"><img src="${face(one.slug)}" alt="" width="32" height="32"></a><a class="comments-comment-meta__description-container" href="${pageOf(one)}"><h3 class="comments-comment-meta__description"><span class="comments-comment-meta__description-title">${one.name}</span></h3><div>${one.line}</div></a><time class="comments-comment-meta__data">1日</time></div><section class="comments-comment-entity__content"><span class="comments-comment-item__main-content"><div class="update-components-text"><span dir="ltr">${words(one.text)}</span></div></span></section><div class="comments-comment-social-bar--cr"><button type="button">いいね</button>${one.likes > 0 && html`<button type="button" class="comments-comment-social-bar__reactions-count--cr">${one.likes}</button>`}<button type="button">返信</button></div>${one.below && html`<div class="comments-replies-list">${one.below.map((below) => remark(post, below, true))}</div>`}</article>`;
}

/** A card of the page as it was before. */
export const classic = (post: LinkedInPost): Markup =>
  html`<div data-id="${urnOf(post)}" class="relative"><div class="occludable-update"><div class="feed-shared-update-v2 _card" role="article" data-urn="${urnOf(post)}"><h2 class="visually-hidden">フィードの投稿</h2>${post.above && html`<div class="update-components-header"><a href="${pageOf(post.above)}">${post.above.name}</a>${WORDS.brought}</div>`}<div class="fie-impression-container">${actor(post)}${commentary(post.text)}${post.quote && quote(post.quote)}${media(post)}</div>${counts(post)}${bar}${post.remarks && html`<div class="comments-comments-list">${post.remarks.map((one) => remark(post, one))}</div>`}</div></div></div>`;

/** Looks like a card: the feed's sort control, and an advertisement, whose name is no post's. */
export const sponsored = (who: Who): Markup =>
  html`<div data-id="urn:li:sponsoredContentV2:(urn:li:activity:7000000000000000000,urn:li:sponsoredCreative:1)" class="relative"><div class="feed-shared-update-v2" data-urn="urn:li:sponsoredContentV2:(urn:li:activity:7000000000000000000,urn:li:sponsoredCreative:1)">${actor(who)}${commentary('【広告】豆をトラックで。')}${bar}</div></div>`;
