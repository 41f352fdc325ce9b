import { html, type Markup } from '../html.ts';
import { type Quote, short } from '../written.ts';
import { pathOf } from './ids.ts';
import { BOX, icon, name, ROW, SPAN, TEXT, words } from './parts.ts';
import type { XPost } from './posts.ts';

const day = (iso: string): string => `${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日`;

const when = (post: XPost): Markup =>
  html`<a title="${post.time}" href="${pathOf(post)}" dir="auto" role="link" class="${TEXT} r-time"><time datetime="${post.time}">${day(post.time)}</time></a>`;

/** Before the hook for names: a link holds name and handle in one. */
const head = (post: XPost): Markup =>
  html`<div class="${ROW} r-head"><div class="${ROW} r-user"><div class="${BOX}"><a href="/${post.handle}" role="link" class="${ROW}"><div dir="auto" class="${TEXT} r-bold">${name(post.name)}</div></a></div><div class="${BOX}"><a href="/${post.handle}" role="link" class="${ROW}"><div dir="ltr" class="${TEXT} r-dim"><span class="${SPAN}">@${post.handle}</span></div></a></div><div dir="auto" aria-hidden="true" class="${TEXT} r-dim">·</div>${when(post)}</div><div aria-haspopup="true" aria-label="もっと見る" role="button" tabindex="0" class="${BOX}" data-testid="caret">${icon('more')}</div></div>`;

const quoted = (quote: Quote): Markup =>
  html`<div class="${BOX} r-quote" role="link" tabindex="0"><div class="${ROW} r-user" data-testid="User-Name"><div class="${BOX}"><div dir="auto" class="${TEXT} r-bold">${name(quote.name)}</div></div><div class="${BOX}"><span class="${SPAN} r-dim">@${quote.handle}</span></div><time datetime="${quote.time}">${day(quote.time)}</time></div><div lang="ja" dir="auto" class="${TEXT} r-pre" data-testid="tweetText">${words(quote.text)}</div></div>`;

const media = (post: XPost): Markup[] =>
  (post.media ?? []).map((one, at) =>
    one.kind === 'video'
      ? html`<div class="${BOX} r-media"><div data-testid="previewInterstitial"><video preload="none" playsinline poster="https://pbs.twimg.com/media/${one.name}.jpg"></video></div></div>`
      : html`<div class="${BOX} r-media"><a href="${pathOf(post)}/photo/${at + 1}" role="link"><div aria-label="画像" data-testid="tweetPhoto"><img alt="${one.alt}" draggable="true" src="https://pbs.twimg.com/media/${one.name}?format=jpg&amp;name=small" class="css-9pa8"></div></a></div>`,
  );

const action = (kind: 'reply' | 'retweet' | 'like', count: number): Markup =>
  html`<div class="${BOX} r-act"><div aria-haspopup="${kind === 'retweet' ? 'true' : 'false'}" aria-label="${count} ${kind}" role="button" tabindex="0" class="${BOX} r-btn" data-testid="${kind}"><div dir="ltr" class="${TEXT} r-dim"><div class="${BOX} r-sign">${icon(kind)}</div><div class="${BOX} r-count"><span class="${SPAN}">${count > 0 ? short(count) : ''}</span></div></div></div></div>`;

/**
 * A post of about 2020: the hook is on a div inside the article, and actions are divs with a role. A focused post has
 * neither hook: only the article's role tells what it is.
 */
export function olderArticle(post: XPost, focused = false): Markup {
  const text = post.text
    ? html`<div lang="${post.lang}" dir="auto" class="${TEXT} r-pre">${words(post.text)}</div>`
    : '';
  const card = post.card
    ? html`<div class="${BOX} r-quote" data-testid="card.wrapper"><a href="${post.card.to}" role="link" target="_blank" rel="noopener noreferrer"><div dir="auto" class="${TEXT}">${post.card.title}</div><div dir="auto" class="${TEXT} r-dim">${post.card.domain}</div></a></div>`
    : '';
  const group = html`<div aria-label="${post.replies} 件の返信、${post.reposts} 件のリツイート、${post.likes} 件のいいね" role="group" class="${ROW} r-group">${action('reply', post.replies)}${action('retweet', post.reposts)}${action('like', post.likes)}<div class="${BOX}"><div aria-haspopup="true" aria-label="ツイートを共有" role="button" tabindex="0" class="${BOX} r-btn">${icon('share')}</div></div></div>`;
  const inner = html`<div class="${BOX} r-avatar"><a href="/${post.handle}" aria-hidden="true" role="link"><img alt="" src="https://pbs.twimg.com/profile_images/${post.handle}_bigger.jpg" class="css-9pa8 r-face"></a></div><div class="${BOX} r-main">${head(post)}${text}${media(post)}${card}${post.quote && quoted(post.quote)}${group}</div>`;
  const hook = focused ? html`` : html` data-testid="tweet"`;
  return html`<article role="article" ${focused ? '' : html`tabindex="0"`} class="${BOX} r-article"><div class="${BOX}"><div class="${ROW}"${hook}>${inner}</div></div></article>`;
}
