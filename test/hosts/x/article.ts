import { html, type Markup } from '../html.ts';
import { type Picture, type Quote, short } from '../written.ts';
import { idOf, pathOf } from './ids.ts';
import { BOX, icon, name, ROW, SPAN, TEXT, WORDS, words } from './parts.ts';
import type { XPost } from './posts.ts';

const clock = (iso: string): string =>
  new Intl.DateTimeFormat('ja', { month: 'short', day: 'numeric', timeZone: 'Asia/Tokyo' }).format(
    new Date(iso),
  );

function avatar(handle: string): Markup {
  const face = html`<div class="${BOX} r-face"><div class="${BOX}"></div><img alt="" draggable="true" src="https://pbs.twimg.com/profile_images/${handle}_x96.jpg" class="css-9pa8"></div>`;
  return html`<div class="${BOX} r-avatar"><div class="${BOX}" data-testid="Tweet-User-Avatar"><div class="${BOX}"><div class="${BOX}"><div class="${BOX}" data-testid="UserAvatar-Container-${handle}"><div class="r-1ad"></div><div class="r-1p0"><div class="${BOX}"><a href="/${handle}" aria-hidden="true" role="link" tabindex="-1" class="${BOX}"><div class="${BOX}"><div class="${BOX}"></div></div><div class="${BOX}">${face}</div><div class="${BOX}"><div class="${BOX}"></div></div></a></div></div></div></div></div></div></div>`;
}

const when = (post: XPost, long = false): Markup =>
  html`<a href="${pathOf(post)}" dir="ltr" aria-label="${clock(post.time)}" role="link" class="${TEXT} r-time"><time datetime="${post.time}">${long ? `${clock(post.time)} · 午前8:10` : clock(post.time)}</time></a>`;

function userName(post: XPost, withTime: boolean): Markup {
  const badge = post.verified
    ? html`<span class="${SPAN}"><svg viewBox="0 0 22 22" aria-label="認証済みアカウント" role="img" class="r-icon r-badge" data-testid="icon-verified"><g><path d="M11 2l3 2 3 1 1 4-2 4-1 4-4 1-4-1-2-4-1-4 1-4 3-1Z"></path></g></svg></span>`
    : html`<span class="${SPAN}"></span>`;
  const dot = html`<div dir="ltr" aria-hidden="true" class="${TEXT} r-dim"><span class="${SPAN}">·</span></div>`;
  return html`<div class="${ROW} r-user" id="id__name${idOf(post)}" data-testid="User-Name"><div class="${ROW}"><div class="${BOX}"><a href="/${post.handle}" role="link" class="${BOX}"><div class="${ROW}"><div dir="ltr" class="${TEXT} r-bold">${name(post.name)}</div><div dir="ltr" class="${TEXT}">${badge}</div></div></a></div></div><div class="${ROW}"><div class="${ROW}"><div class="${BOX}"><a href="/${post.handle}" role="link" tabindex="-1" class="${BOX}"><div dir="ltr" class="${TEXT} r-dim"><span class="${SPAN}">@${post.handle}</span></div></a></div>${withTime && html`${dot}<div class="${ROW}">${when(post)}</div>`}</div></div></div>`;
}

const caret = html`<div class="${BOX}"><div class="${ROW}"><button aria-expanded="false" aria-haspopup="menu" aria-label="もっと見る" role="button" class="${BOX} r-btn" data-testid="caret" type="button"><div dir="ltr" class="${TEXT} r-dim"><div class="${BOX}"><div class="${BOX} r-halo"></div>${icon('more')}</div></div></button></div></div>`;

function medium(post: XPost, { kind, name: file, alt }: Picture, at: number): Markup {
  if (kind === 'video') {
    // As on the site: a look-alike of the advertisements' hook stands inside a post with a video.
    return html`<div class="${BOX} r-media"><div class="${BOX}" data-testid="tweetPhoto"><div class="${BOX}"><div class="${BOX}" data-testid="placementTracking"><div class="${BOX}" data-testid="videoPlayer"><div class="${BOX}"><div data-testid="videoComponent"><div><video preload="none" tabindex="-1" playsinline aria-label="埋め込み動画" poster="https://pbs.twimg.com/media/${file}.jpg"></video></div></div></div></div></div></div></div></div>`;
  }
  return html`<div class="${BOX} r-media"><a href="${pathOf(post)}/photo/${at + 1}" role="link" class="${BOX}"><div class="${BOX}"><div aria-label="画像" class="${BOX}" data-testid="tweetPhoto"><div class="${BOX}"></div><img alt="${alt}" draggable="true" src="https://pbs.twimg.com/media/${file}?format=jpg&amp;name=small" class="css-9pa8"></div></div></a></div>`;
}

const media = (post: XPost): Markup | '' =>
  post.media
    ? html`<div aria-labelledby="id__m1 id__m2" class="${BOX}" id="id__media${idOf(post)}"><div class="${BOX}"><div class="${ROW} r-gallery">${post.media.map((one, at) => medium(post, one, at))}</div></div></div>`
    : '';

/** Nested, and without a link of its own. */
const quoted = (quote: Quote): Markup =>
  html`<div aria-labelledby="id__q1 id__q2" class="${BOX}" id="id__quote"><div class="${BOX}"><div class="${BOX} r-quote" tabindex="0" role="link"><div class="${BOX}"><div class="${ROW} r-user" data-testid="User-Name"><div class="${ROW}"><div dir="ltr" class="${TEXT} r-bold">${name(quote.name)}</div></div><div class="${ROW}"><div class="${BOX}"><div dir="ltr" class="${TEXT} r-dim"><span class="${SPAN}">@${quote.handle}</span></div></div><div dir="ltr" aria-hidden="true" class="${TEXT} r-dim"><span class="${SPAN}">·</span></div><div class="${BOX}"><div dir="ltr" class="${TEXT} r-dim"><time datetime="${quote.time}">${clock(quote.time)}</time></div></div></div></div><div dir="auto" lang="ja" class="${TEXT} r-pre" data-testid="tweetText">${words(quote.text)}</div></div></div></div></div>`;

const card = ({ to, domain, title }: NonNullable<XPost['card']>): Markup =>
  html`<div aria-labelledby="id__c1 id__c2" class="${BOX}" id="id__card"><div class="${BOX}"><div class="${BOX} r-quote" data-testid="card.wrapper"><div class="${BOX}"><a href="${to}" rel="noopener noreferrer nofollow" target="_blank" role="link" class="${BOX}" aria-label="${domain} ${title}"><div class="${BOX} r-media"><img alt="" src="https://pbs.twimg.com/card_img/${to.slice(-6)}?format=jpg&amp;name=small" class="css-9pa8"></div><div dir="auto" class="${TEXT}"><span class="${SPAN}">${title}</span></div></a></div><a href="${to}" rel="noopener noreferrer nofollow" target="_blank" role="link" class="${BOX}"><div dir="ltr" class="${TEXT} r-dim"><span class="${SPAN}">${domain} から</span></div></a></div></div></div>`;

type Action = 'reply' | 'retweet' | 'like' | 'bookmark';

const inside = (sign: Markup, count: string): Markup =>
  html`<div dir="ltr" class="${TEXT} r-dim"><div class="${BOX} r-sign"><div class="${BOX} r-halo"></div>${sign}</div><div class="${BOX} r-count"><span data-testid="app-text-transition-container"><span class="${SPAN}"><span class="${SPAN}">${count}</span></span></span></div></div>`;

const action = (kind: Action, count: number, shown = true): Markup =>
  html`<div class="${ROW} r-act"><button aria-label="${count} ${WORDS[kind]}" role="button" class="${BOX} r-btn" data-testid="${kind}" type="button">${inside(icon(kind), shown && count > 0 ? short(count) : '')}</button></div>`;

/** The row of actions; the share button has no hook and stands last. */
const actions = (post: XPost): Markup =>
  html`<div class="${BOX}"><div class="${BOX}"><div aria-label="${post.replies} 件の返信、${post.reposts} 件のリポスト、${post.likes} 件のいいね、${post.bookmarks} 件のブックマーク、${post.views} 件の表示" role="group" class="${ROW} r-group" id="id__g${idOf(post)}">${action('reply', post.replies)}${action('retweet', post.reposts)}${action('like', post.likes)}<div class="${ROW} r-act"><a href="${pathOf(post)}/analytics" aria-label="${post.views} ${WORDS.views}" role="link" class="${BOX} r-btn">${inside(icon('views'), short(post.views))}</a></div>${action('bookmark', post.bookmarks, false)}<div class="${BOX}"><div class="${ROW}"><button aria-expanded="false" aria-haspopup="menu" aria-label="ポストを共有" role="button" class="${BOX} r-btn" type="button"><div dir="ltr" class="${TEXT} r-dim"><div class="${BOX} r-sign"><div class="${BOX} r-halo"></div>${icon('share')}</div></div></button></div></div></div></div></div>`;

const social = (post: XPost): Markup =>
  html`<div class="${ROW} r-social">${post.social && html`<div class="${BOX}">${icon('retweet')}</div><div class="${BOX}"><a href="/kumo_books" dir="ltr" role="link" class="${TEXT} r-dim" data-testid="socialContext"><span class="${SPAN}">${post.social}</span></a></div>`}</div>`;

const text = (post: XPost): Markup | '' =>
  post.text
    ? html`<div class="${BOX}"><div dir="auto" lang="${post.lang}" class="${TEXT} r-pre" id="id__t${idOf(post)}" data-testid="tweetText">${words(post.text)}</div></div>`
    : '';

/** One post as the site draws it now. `focused`: the post its page is about, whose time stands under the text. */
export function article(post: XPost, focused = false): Markup {
  const head = html`<div class="${BOX}"><div class="${ROW} r-head"><div class="${ROW}"><div class="${BOX}">${userName(post, !focused)}</div></div><div class="${BOX}"><div class="${ROW}">${post.ad && html`<div dir="ltr" class="${TEXT} r-dim"><span class="${SPAN}">プロモーション</span></div>`}${caret}</div></div></div></div>`;
  const body = html`${text(post)}${media(post)}${post.card && card(post.card)}${post.quote && quoted(post.quote)}`;
  const inner = focused
    ? html`<div class="${ROW}">${avatar(post.handle)}<div class="${BOX} r-main">${head}</div></div><div class="${BOX} r-wide">${body}<div class="${ROW} r-stamp">${when(post, true)}<span class="${SPAN}">·</span><span class="${SPAN}"><span class="${SPAN}">${short(post.views)}</span> 件の表示</span></div>${actions(post)}</div>`
    : html`<div class="${ROW}">${avatar(post.handle)}<div class="${BOX} r-main">${head}${body}${actions(post)}</div></div>`;
  return html`<article aria-labelledby="id__name${idOf(post)} id__t${idOf(post)}" role="article" tabindex="${focused ? '-1' : '0'}" class="${BOX} r-article" data-testid="tweet"><div class="${BOX}"><div class="${BOX}"><div class="${BOX}">${social(post)}</div>${inner}</div></div></article>`;
}
