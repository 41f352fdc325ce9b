import { html, type Markup } from '../html.ts';
import { type Picture, type Stretch, short, stretches } from '../written.ts';
import { pathOf } from './ids.ts';
import type { Skeet } from './posts.ts';

export const BOX = 'css-g5y r-1lo';
export const TEXT = 'css-146 r-1ud';

/** The page keeps names from turning the line around: marks that are nobody's words. */
const isolated = (text: string): string => `\u202a${text}\u202c`;

const SHAPES = {
  reply: 'M4 5h16v11h-8l-5 4v-4H4Z',
  repost: 'M7 8h10v7m0 0-3-3m3 3 3-3M17 16H7V9m0 0-3 3m3-3 3 3',
  like: 'M12 20C5 15 3 12 3 9a4.5 4.5 0 0 1 9-1 4.5 4.5 0 0 1 9 1c0 3-2 6-9 11Z',
  bookmark: 'M6 4h12v16l-6-4-6 4Z',
  share: 'M5 12v7h14v-7M12 15V4m-4 4 4-4 4 4',
  more: 'M5 12h.1M12 12h.1M19 12h.1',
} as const;

export const icon = (name: keyof typeof SHAPES): Markup =>
  html`<svg fill="none" width="18" viewBox="0 0 24 24" height="18"><path stroke="#6F839F" stroke-width="1.8" stroke-linecap="round" d="${SHAPES[name]}"></path></svg>`;

export const avatar = (handle: string, size: number): Markup =>
  html`<div class="${BOX}"><a href="/profile/${handle}" aria-label="アバターを見る" role="link" data-no-underline="1" tabindex="0" class="${BOX}"><div class="${BOX} s-face${size}" data-expoimage="true" data-testid="userAvatarImage"><img alt="" src="https://cdn.bsky.app/img/avatar_thumbnail/plain/did:plc:invented/${handle}@jpeg"></div></a></div>`;

function stretch(part: Stretch): Markup {
  switch (part.kind) {
    case 'link':
      return html`<a href="${part.text}" role="link" target="_blank" rel="noopener" class="${TEXT} s-link">${part.text}</a>`;
    case 'mention':
      return html`<a href="/profile/did:plc:mentioned" role="link" class="${TEXT} s-link">${part.text}</a>`;
    case 'tag':
      return html`<a href="/hashtag/${part.text.slice(1)}" role="link" class="${TEXT} s-link">${part.text}</a>`;
    case 'break':
      return html`${'\n'}`;
    default:
      return html`${part.text}`;
  }
}

export const words = (text: string): Markup => html`${stretches(text).map(stretch)}`;

const dayOf = (iso: string): string =>
  new Intl.DateTimeFormat('ja', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Tokyo' }).format(
    new Date(iso),
  );

export const longTime = dayOf;

export const when = (skeet: Skeet): Markup =>
  html`<a href="${pathOf(skeet)}" dir="auto" aria-label="${dayOf(skeet.time)}" role="link" data-tooltip="${dayOf(skeet.time)}" data-no-underline="1" class="${TEXT} s-dim"><span class="css-1jx"> · </span>${`${Number(skeet.time.slice(8, 10))}日`}</a>`;

const person = (skeet: Skeet): Markup =>
  html`<a href="/profile/${skeet.handle}" dir="auto" aria-label="プロフィールを表示" role="link" data-no-underline="1" class="${TEXT} s-bold">${isolated(skeet.name)}</a>`;

const account = (skeet: Skeet): Markup =>
  html`<a href="/profile/${skeet.handle}" dir="auto" aria-label="プロフィールを表示" role="link" data-no-underline="1" class="${TEXT} s-dim">${isolated(`@${skeet.handle}`)}</a>`;

/** Name, handle and time; `older`: name and handle are two links in one line of text. */
export function meta(skeet: Skeet, older: boolean, withTime = true): Markup {
  if (older)
    return html`<div class="${BOX} s-row"><div dir="auto" class="${TEXT}"><a href="/profile/${skeet.handle}" dir="auto" role="link" class="${TEXT} s-bold">${isolated(skeet.name)}</a><a href="/profile/${skeet.handle}" dir="auto" role="link" class="${TEXT} s-dim">\u00a0${isolated(`@${skeet.handle}`)}</a></div>${withTime && when(skeet)}</div>`;
  return html`<div class="${BOX} s-row"><div class="${BOX} s-row">${person(skeet)}<div class="${BOX}">${account(skeet)}</div></div>${withTime && when(skeet)}</div>`;
}

function medium({ kind, name, alt }: Picture): Markup {
  return kind === 'video'
    ? html`<div class="${BOX} s-media"><video preload="none" playsinline poster="https://video.bsky.app/watch/${name}/thumbnail.jpg"></video></div>`
    : html`<button aria-label="画像" role="button" type="button" class="${BOX} s-media"><div class="${BOX}" data-expoimage="true"><img alt="${alt}" src="https://cdn.bsky.app/img/feed_thumbnail/plain/did:plc:invented/${name}@jpeg"></div></button>`;
}

const card = ({ to, title }: NonNullable<Skeet['card']>): Markup =>
  html`<a href="${to}" role="link" target="_blank" rel="noopener" data-no-underline="1" class="${BOX} s-card"><div class="${BOX}"><div dir="auto" class="${TEXT} s-bold">${title}</div><div dir="auto" class="${TEXT} s-dim">${new URL(to).host}</div></div></a>`;

/** A quotation links to itself, and carries no hook of a post. */
const quoted = (skeet: Skeet, older: boolean): Markup =>
  html`<div role="link" tabindex="0" aria-label="引用" class="${BOX} s-card"><div class="${BOX} s-row">${avatar(skeet.handle, 16)}${meta(skeet, older)}</div>${skeet.text && html`<div dir="auto" data-word-wrap="1" class="${TEXT} s-pre" data-testid="postText">${words(skeet.text)}</div>`}</div>`;

export const embeds = (skeet: Skeet, older: boolean): Markup =>
  html`${skeet.media && html`<div class="${BOX} s-gallery">${skeet.media.map(medium)}</div>`}${skeet.card && card(skeet.card)}${skeet.quote && quoted(skeet.quote, older)}`;

const counted = (kind: 'like' | 'repost', count: number): Markup =>
  html`<div dir="auto" class="${TEXT}" data-testid="${kind}Count">${short(count)}</div>`;

/** The row of controls as it is now: buttons, and a group of their own for keeping and sharing. */
function present(skeet: Skeet): Markup {
  const { replies, reposts, likes } = skeet;
  return html`<div class="${BOX} s-controls"><div class="${BOX} s-left"><div class="${BOX}"><button aria-label="返信 (${replies} 件の返信)" aria-pressed="false" role="button" tabindex="0" class="${BOX}" data-testid="replyBtn" type="button">${icon('reply')}<div dir="auto" class="${TEXT}">${short(replies)}</div></button></div><div class="${BOX}"><button aria-label="リポストまたは引用" aria-pressed="false" role="button" tabindex="0" class="${BOX}" data-testid="repostBtn" type="button">${icon('repost')}${counted('repost', reposts)}</button></div><div class="${BOX}"><button aria-label="いいね (${likes} 件のいいね)" aria-pressed="false" role="button" tabindex="0" class="${BOX}" data-testid="likeBtn" type="button"><div class="${BOX}">${icon('like')}</div><div class="${BOX}">${counted('like', likes)}</div></button></div><div class="${BOX}"></div></div><div class="${BOX} s-right"><button aria-label="保存する" role="button" tabindex="0" class="${BOX}" data-testid="postBookmarkBtn" type="button">${icon('bookmark')}</button><div class="${BOX}"><button aria-expanded="false" aria-haspopup="menu" aria-label="共有メニューを開く" role="button" class="${BOX}" data-testid="postShareBtn" type="button">${icon('share')}</button></div><div class="${BOX}"><button aria-expanded="false" aria-haspopup="menu" aria-label="オプションを開く" role="button" class="${BOX}" data-testid="postDropdownBtn" type="button">${icon('more')}</button></div></div></div>`;
}

/** As about 2024: divs with a role, no keeping and no sharing, and a count only where there is one. */
function former(skeet: Skeet): Markup {
  const { replies, reposts, likes } = skeet;
  return html`<div class="${BOX} s-controls"><div class="${BOX}"><div aria-label="返信" role="button" tabindex="0" class="${BOX}" data-testid="replyBtn">${icon('reply')}${replies > 0 && html`<div class="${TEXT}">${short(replies)}</div>`}</div></div><div class="${BOX}"><div aria-label="リポスト" role="button" tabindex="0" class="${BOX}" data-testid="repostBtn">${icon('repost')}${reposts > 0 && counted('repost', reposts)}</div></div><div class="${BOX}"><div aria-label="いいね" role="button" tabindex="0" class="${BOX}" data-testid="likeBtn">${icon('like')}${likes > 0 && counted('like', likes)}</div></div><div class="${BOX}"><div aria-label="オプション" role="button" tabindex="0" class="${BOX}" data-testid="postDropdownBtn">${icon('more')}</div></div></div>`;
}

export const controls = (skeet: Skeet, older: boolean): Markup => (older ? former(skeet) : present(skeet));
