import { html, type Markup } from '../html.ts';
import { short } from '../written.ts';
import { pathOf } from './ids.ts';
import { avatar, BOX, controls, embeds, icon, longTime, meta, TEXT, words } from './parts.ts';
import type { Skeet } from './posts.ts';

const reason = (skeet: Skeet): Markup =>
  html`<div class="${BOX}">${
    skeet.repostedBy &&
    html`<a href="/profile/${skeet.repostedBy.handle}" aria-label="${skeet.repostedBy.name}さんがリポスト" role="link" class="${BOX} s-reason">${icon('repost')}<div dir="auto" class="${TEXT} s-dim">${`\u202a${skeet.repostedBy.name}\u202c`}さんがリポスト</div></a>`
  }</div>`;

const answering = (skeet: Skeet): Markup | '' =>
  skeet.answersTo
    ? html`<div class="${BOX} s-row s-dim"><div dir="auto" class="${TEXT}">返信先 <a href="/profile/${skeet.answersTo.handle}" dir="auto" role="link" class="${TEXT}">${`\u202a${skeet.answersTo.name}\u202c`}</a></div></div>`
    : '';

const text = (skeet: Skeet, hook: boolean, older: boolean): Markup | '' =>
  skeet.text
    ? html`<div dir="auto"${older ? '' : html` data-word-wrap="1"`} class="${TEXT} s-pre"${hook && html` data-testid="postText"`}>${words(skeet.text)}</div>`
    : '';

/** A card of a feed. */
export const feedItem = (skeet: Skeet, older: boolean): Markup =>
  html`<div role="link" tabindex="0" class="${BOX} s-item" data-testid="feedItem-by-${skeet.handle}"><div class="${BOX}">${reason(skeet)}<div class="${BOX} s-cols"><div class="${BOX}">${avatar(skeet.handle, 42)}</div><div class="${BOX} s-main">${meta(skeet, older)}${answering(skeet)}<div class="${BOX}" data-testid="contentHider-post">${text(skeet, true, older)}${embeds(skeet, older)}</div>${controls(skeet, older)}</div></div></div></div>`;

/** An answer in a thread: its text has no hook there. */
export const threadItem = (skeet: Skeet, older: boolean): Markup =>
  html`<div role="link" tabindex="0" class="${BOX} s-item" data-testid="postThreadItem-by-${skeet.handle}"><div class="${BOX} s-cols"><div class="${BOX}">${avatar(skeet.handle, 42)}</div><div class="${BOX} s-main">${meta(skeet, older)}<div class="${BOX}">${text(skeet, false, older)}${embeds(skeet, older)}</div>${controls(skeet, older)}</div></div></div>`;

/** The post a thread is about: no link to itself, only to who liked and reposted it. */
export const anchorItem = (skeet: Skeet, older: boolean): Markup =>
  html`<div class="${BOX} s-item" data-testid="postThreadItem-by-${skeet.handle}"><div class="${BOX} s-cols">${avatar(skeet.handle, 42)}<div class="${BOX} s-main">${meta(skeet, older, false)}</div></div><div class="${BOX}"><div class="${BOX}">${text(skeet, false, older)}${embeds(skeet, older)}</div><div class="${BOX} s-dim s-stamp"><div dir="auto" class="${TEXT}">${longTime(skeet.time)}</div></div><div class="${BOX} s-row s-stats"><a href="${pathOf(skeet)}/reposted-by" role="link" class="${BOX}"><div class="${TEXT}" data-testid="repostCount-expanded"><span class="s-bold">${short(skeet.reposts)}</span> リポスト</div></a><a href="${pathOf(skeet)}/liked-by" role="link" class="${BOX}"><div class="${TEXT}" data-testid="likeCount-expanded"><span class="s-bold">${short(skeet.likes)}</span> いいね</div></a></div>${controls(skeet, older)}</div></div>`;

/** A notice wears a post's hook, and has no controls. */
export const notice = (skeet: Skeet): Markup =>
  html`<div role="link" tabindex="0" class="${BOX} s-item" data-testid="feedItem-by-${skeet.handle}"><div class="${BOX} s-cols">${icon('like')}<div class="${BOX} s-main">${avatar(skeet.handle, 42)}<div class="${BOX} s-row"><a href="/profile/${skeet.handle}" dir="auto" role="link" class="${TEXT} s-bold">${skeet.name}</a><div dir="auto" class="${TEXT}">さんがあなたの投稿にいいねしました</div></div><a href="${pathOf(skeet)}" data-tooltip="${longTime(skeet.time)}" role="link" class="${TEXT} s-dim">${skeet.text}</a></div></div></div>`;
