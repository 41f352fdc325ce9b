import { html, type Markup } from '../html.ts';
import { pathOf, remarkPath } from './ids.ts';
import { moment, paragraphs } from './parts.ts';
import { focused, type Remark, SUB, type Submission } from './posts.ts';

function media(post: Submission): Markup | '' {
  if (post.image)
    return html`<div slot="post-media-container"><shreddit-aspect-ratio><img id="post-image" class="media-lightbox-img" src="https://preview.redd.it/${post.image.name}?width=640&amp;crop=smart&amp;auto=webp&amp;s=0a1b2c" alt="${post.image.alt}"></shreddit-aspect-ratio></div>`;
  if (post.video)
    return html`<div slot="post-media-container"><shreddit-player poster="https://preview.redd.it/${post.video}/poster.png?format=pjpg" preview="https://v.redd.it/${post.video}/preview.mp4"></shreddit-player></div>`;
  return post.link
    ? html`<a slot="post-media-container" href="${post.link}" target="_blank" rel="noopener nofollow ugc" class="outbound">${new URL(post.link).host}</a>`
    : '';
}

/** `older`: the share control waits in a loader, and the moment is in the card instead of an attribute. */
export function post(submission: Submission, older: boolean, whole: boolean): Markup {
  const path = pathOf(submission);
  const type = submission.image ? 'image' : submission.video ? 'video' : submission.link ? 'link' : 'text';
  const tag = submission.promoted === 'element' ? 'shreddit-ad-post' : 'shreddit-post';
  const share = older
    ? html`<shreddit-async-loader bundlename="shreddit_share_button" slot="share-button"><shreddit-post-share-button permalink="${path}"></shreddit-post-share-button></shreddit-async-loader>`
    : html`<shreddit-post-share-button slot="share-button" permalink="${path}"></shreddit-post-share-button>`;
  const body = submission.text
    ? html`<div slot="text-body" class="md"><div id="t3_${submission.id}-post-rtjson-content" class="md">${paragraphs(submission.text)}</div></div>`
    : '';
  const attributes = html`permalink="${path}" content-href="${submission.link ?? `https://www.reddit.com${path}`}" comment-count="${submission.comments}" feedindex="1" post-title="${submission.title}" post-type="${type}" author="${submission.author}" author-id="t2_${submission.author.length}" id="t3_${submission.id}" score="${submission.score}" domain="self.${SUB}" subreddit-prefixed-name="r/${SUB}" view-context="${whole ? 'CommentsPage' : 'SubredditFeed'}"${!older && html` created-timestamp="${moment(submission.time)}"`}${submission.promoted === 'attribute' && html` promoted`}`;
  const inside = html`<div slot="credit-bar" class="credit"><a href="/user/${submission.author}/">u/${submission.author}</a><faceplate-timeago ts="${submission.time}"><time datetime="${submission.time}">1日前</time></faceplate-timeago></div><a slot="title" href="${path}" id="post-title-t3_${submission.id}">
    ${submission.title}
  </a>${!whole && html`<a slot="full-post-link" href="${path}" class="cover" aria-label="${submission.title}"></a>`}${body}${media(submission)}${share}`;
  const element =
    tag === 'shreddit-ad-post'
      ? html`<shreddit-ad-post ${attributes}>${inside}</shreddit-ad-post>`
      : html`<shreddit-post ${attributes}>${inside}</shreddit-post>`;
  return html`<article class="w-full m-0" aria-label="${submission.title}" data-post-id="t3_${submission.id}">${element}</article><hr>`;
}

/** A remark with what answers it inside. `older`: its row has no part for sharing. */
export function comment(remark: Remark, older: boolean, depth = 0): Markup {
  const path = remarkPath(focused, remark);
  return html`<shreddit-comment author="${remark.author}" thingid="t1_${remark.id}" depth="${depth}" permalink="${path}" score="${remark.score}" created="${moment(remark.time)}" postid="t3_${focused.id}"${depth > 0 && html` slot="children-t1_${remark.id}"`} arialabel="${remark.author}">
  <div slot="commentMeta" class="credit"><a href="/user/${remark.author}/">${remark.author}</a><faceplate-timeago ts="${remark.time}"><time datetime="${remark.time}">1日前</time></faceplate-timeago></div>
  <div slot="comment" id="t1_${remark.id}-comment-rtjson-content" class="md"><div class="inline">${paragraphs(remark.text)}</div></div>
  <shreddit-comment-action-row slot="actionRow" comment-id="t1_${remark.id}" permalink="${path}" score="${remark.score}">${!older && html`<shreddit-comment-share-button slot="comment-share" permalink="${path}"></shreddit-comment-share-button>`}</shreddit-comment-action-row>
  ${(remark.below ?? []).map((below) => comment(below, older, depth + 1))}
</shreddit-comment>`;
}
