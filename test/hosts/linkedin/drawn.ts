import { html, type Markup } from '../html.ts';
import { boxed, face, type Icon, photo, poster, shape, WORDS, words } from './parts.ts';
import { type LinkedInPost, pageOf, type Remark, remarkUrn, urnOf, type Who } from './posts.ts';

const icon = (name: Icon): Markup =>
  html`<svg id="${name}" viewBox="0 0 16 16" aria-hidden="true" width="16" height="16"><path d="${shape(name)}"></path></svg>`;

/** The author's block: an empty link on the picture, one around the name, another over the rest. */
const actor = (
  who: Who,
): Markup => html`<div class="_hd"><a tabindex="0" href="${pageOf(who)}"><figure><img src="${face(who.slug)}" alt="" width="48" height="48"></figure></a>
${boxed(html`<div><a tabindex="0" href="${pageOf(who)}"><div><div aria-label="${who.name} ${WORDS.profile}"><div><div><p><span>${who.name}</span></p></div></div><div><p><span><span> </span>• 3次+</span></p></div></div></div></a></div><div><p><span>${who.line}</span></p></div><div><p><span>${WORDS.ago}<span> </span>${icon('globe-americas-small')}</span></p></div><a tabindex="0" href="${pageOf(who)}"><div></div></a>`, 2)}
<button type="button" class="_menu" aria-label="${who.name}${WORDS.of}">⋯</button></div>`;

const brought = (who: Who): Markup =>
  html`<div class="_top"><a data-view-name="feed-header-actor-image" href="${pageOf(who)}"><figure><img src="${face(who.slug)}" alt="" width="24" height="24"></figure></a><p data-view-name="feed-header-text"><a href="${pageOf(who)}"><strong>${who.name}</strong></a>${WORDS.brought}</p></div>`;

const button = (name: Icon, label: string, count: number): Markup =>
  html`<button type="button" aria-label="${label}" class="_btn">${boxed(html`${icon(name)}<span>${count > 0 ? count : label}</span>`, 2)}</button>`;

const row = (post: LinkedInPost): Markup =>
  html`<div class="_row"><div class="_pair">${button('thumbs-up-outline-small', WORDS.react, post.likes)}<button type="button" aria-label="${WORDS.menu}" aria-expanded="false" class="_btn">${icon('chevron-up-small')}</button></div>${button('comment-small', WORDS.comment, post.replies)}${button('repost-small', WORDS.repost, post.reposts)}<button type="button" aria-label="${WORDS.send}" class="_btn">${icon('send-privately-small')}</button></div>`;

function media(post: LinkedInPost): Markup {
  return html`${(post.media ?? []).map(({ kind, name, alt }) =>
    kind === 'image'
      ? html`<div class="_img">${boxed(html`<img src="${photo(name)}" alt="${alt}">`)}</div>`
      : html`<div class="_img" data-vjs-player><video poster="${poster(name)}" src="blob:https://www.linkedin.com/1"></video></div>`,
  )}`;
}

/** A comment in its two shells, what answers it within. */
function remark(post: LinkedInPost, one: Remark): Markup {
  const urn = remarkUrn(post, one, true);
  return html`<div id="replaceableComment_${urn}" componentkey="replaceableComment_${urn}"><div componentkey="CommentComponentReference_${urn}" class="_cm"><a href="${pageOf(one)}?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3A1"><figure><img src="${face(one.slug)}" alt="" width="32" height="32"></figure></a><div><a href="${pageOf(one)}?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3A1"><p><span aria-hidden="true">${one.name}</span> • 2次</p><p>${one.line}</p></a><p>1日前</p><p><span tabindex="-1" data-testid="expandable-text-box">${words(one.text)}</span></p><div class="_row"><div role="button" tabindex="0"><svg role="img" aria-label="${WORDS.react}" viewBox="0 0 16 16" width="16" height="16"><path d="${shape('thumbs-up-outline-small')}"></path></svg></div><button type="button" aria-label="返信">返信</button></div></div></div>${one.below && html`<div class="_below">${one.below.map((below) => remark(post, below))}</div>`}</div>`;
}

const comments = (post: LinkedInPost): Markup | '' =>
  post.remarks
    ? html`<div componentkey="commentsSectionContainer${post.card}"><div data-testid="commentList1" data-component-type="LazyColumn">${post.remarks.map((one) => remark(post, one))}</div></div>`
    : '';

/**
 * A card of the newer page. `wrapped`: its name stands on the element around the item, beside the tools for comments,
 * which carry it too.
 */
export function drawn(post: LinkedInPost): Markup {
  const commentary = html`<p componentkey="feed-commentary-${post.card}">${post.says === 'commentary' && html`<span id="translatable-commentary-${urnOf(post)}"></span>`}<span tabindex="-1" data-testid="expandable-text-box">${words(post.text)}<button type="button" data-testid="expandable-text-button">${WORDS.more}</button></span></p>`;
  const inside = html`<div data-display-contents="true"><div><h2 class="_off"><span>フィードの投稿</span></h2>${post.above ? brought(post.above) : ''}${actor(post)}${boxed(commentary)}${media(post)}${row(post)}</div></div>`;
  const name = `FeedType_MAIN_FEED_RELEVANCE`;
  if (post.says === 'number')
    return html`<div componentkey="expanded${post.card}${name}"><div role="listitem" class="_card">${inside}</div><div componentkey="EgsIgs-replaceableCommentTools${post.card}${name}"></div>${comments(post)}</div>`;
  return html`<div role="listitem" componentkey="update-card-focus${post.card}${name}" class="_card">${inside}${comments(post)}</div>`;
}

/** Looks like a card and holds no post: people one may know. */
export const suggestion = (who: Who): Markup =>
  html`<div role="listitem" componentkey="expandedSuG9estFeedType_MAIN_FEED_RELEVANCE" class="_card"><h2>知り合いかもしれません</h2><a href="${pageOf(who)}"><p>${who.name}</p></a><button type="button">つながる</button></div>`;
