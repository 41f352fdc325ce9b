import { html, type Markup } from '../html.ts';
import { pathOf, remarkPath } from './ids.ts';
import { paragraphs } from './parts.ts';
import { focused, type Remark, SUB, type Submission } from './posts.ts';

const buttons = (...words: readonly string[]): Markup =>
  html`<ul class="flat-list buttons">${words.map((word, at) => html`<li${at === 0 && html` class="first"`}><a href="#${word}" class="bylink" rel="nofollow">${word}</a></li>`)}</ul>`;

const stamp = (iso: string): string => iso.replace(/\.\d{3}Z$/, '+00:00');

const body = (text: string): Markup =>
  html`<form action="#" class="usertext warn-on-unload"><div class="usertext-body may-blank-within md-container"><div class="md">${paragraphs(text)}</div></div></form>`;

/** A submission in a list or on its own page. */
export function link(post: Submission): Markup {
  const to = post.link ?? pathOf(post);
  return html`<div class=" thing id-t3_${post.id} even link ${post.link ? '' : 'self'}${post.promoted ? ' promoted promotedlink' : ''}" id="thing_t3_${post.id}" data-fullname="t3_${post.id}" data-type="link" data-author="${post.author}" data-subreddit="${SUB}" data-timestamp="${Date.parse(post.time)}" data-url="${to}" data-permalink="${pathOf(post)}" data-domain="${post.link ? new URL(post.link).host : `self.${SUB}`}" data-comments-count="${post.comments}" data-score="${post.score}" data-promoted="${post.promoted ? 'true' : 'false'}">
<div class="midcol unvoted"><div class="arrow up"></div><div class="score dislikes" title="${post.score - 1}">${post.score - 1}</div><div class="score unvoted" title="${post.score}">${post.score}</div><div class="score likes" title="${post.score + 1}">${post.score + 1}</div><div class="arrow down"></div></div>
<div class="entry unvoted"><div class="top-matter"><p class="title"><a class="title may-blank" href="${to}" tabindex="1">${post.title}</a> <span class="domain">(<a href="/r/${SUB}/">self.${SUB}</a>)</span></p><p class="tagline">submitted <time title="${post.time}" datetime="${stamp(post.time)}" class="live-timestamp">1 day ago</time> by <a href="/user/${post.author}" class="author may-blank">${post.author}</a></p></div>${post.text && body(post.text)}${buttons(`${post.comments} comments`, 'share', 'save', 'hide', 'report')}</div>
<div class="child"></div><div class="clearleft"></div></div>`;
}

/** A remark; what answers it stands inside. */
export const remark = (one: Remark): Markup =>
  html`<div class=" thing id-t1_${one.id} noncollapsed comment" id="thing_t1_${one.id}" data-fullname="t1_${one.id}" data-type="comment" data-author="${one.author}" data-subreddit="${SUB}" data-permalink="${remarkPath(focused, one, true)}">
<div class="midcol unvoted"><div class="arrow up"></div><div class="arrow down"></div></div>
<div class="entry unvoted"><p class="tagline"><a href="#" class="expand">[–]</a><a href="/user/${one.author}" class="author may-blank">${one.author}</a> <span class="score dislikes" title="${one.score - 1}">${one.score - 1} points</span><span class="score unvoted" title="${one.score}">${one.score} points</span><span class="score likes" title="${one.score + 1}">${one.score + 1} points</span> <time title="${one.time}" datetime="${stamp(one.time)}" class="live-timestamp">1 day ago</time></p>${body(one.text)}${buttons('permalink', 'embed', 'save', 'report', 'reply')}</div>
<div class="child">${one.below && html`<div class="sitetable listing">${one.below.map(remark)}</div>`}</div><div class="clearleft"></div></div>`;
