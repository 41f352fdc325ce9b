import { html, type Markup } from '../html.ts';
import { stretches } from '../written.ts';
import { longPathOf, pathOf, pictureOf, portraitOf, posterOf, remarkPath, shortcode } from './ids.ts';
import type { Gram, Remark } from './posts.ts';

const SHAPES = {
  like: 'M12 21C5 15 3 12 3 9a4.5 4.5 0 0 1 9-1 4.5 4.5 0 0 1 9 1c0 3-2 6-9 12Z',
  comment: 'M20 17l1 4-4-1a9 9 0 1 1 3-3Z',
  share: 'M22 3 9 10M11 20l11-17H2l7 7Z',
  save: 'M20 21 12 13 4 21V3h16Z',
} as const;

const icon = (name: keyof typeof SHAPES, label: string): Markup =>
  html`<svg aria-label="${label}" fill="none" height="24" role="img" viewBox="0 0 24 24" width="24"><path d="${SHAPES[name]}" stroke="currentColor" stroke-width="2"></path></svg>`;

/** A press is a div with a role, without words. */
const press = (name: keyof typeof SHAPES, label: string): Markup =>
  html`<div role="button" tabindex="0">${icon(name, label)}</div>`;

const face = (account: string, side: number): Markup =>
  html`<a href="/${account}/" role="link" tabindex="0"><img alt="${account}のプロフィール写真" class="x1face" crossorigin="anonymous" src="${portraitOf(account)}" width="${side}" height="${side}"></a>`;

const named = (account: string): Markup =>
  html`<a class="_a6hd x1name" href="/${account}/" role="link" tabindex="0"><span dir="auto">${account}</span></a>`;

const words = (text: string): Markup =>
  html`${stretches(text).map((part) => {
    if (part.kind === 'break') return html`<br>`;
    if (part.kind === 'mention') return html`<a href="/${part.text.slice(1)}/" role="link">${part.text}</a>`;
    if (part.kind === 'tag')
      return html`<a href="/explore/tags/${part.text.slice(1)}/" role="link">${part.text}</a>`;
    return html`${part.text}`;
  })}`;

const when = (href: string, time: string): Markup =>
  html`<a class="_a6hd x1dim" href="${href}" role="link" tabindex="0"><time class="_a9ze" datetime="${time}" title="2026年11月">1日前</time></a>`;

function picture(name: string, alt: string): Markup {
  const at = pictureOf(name);
  return html`<div class="_aagu"><div class="_aagv"><img alt="${alt}" class="x5yr" decoding="auto" sizes="470px" src="${at}" srcset="${at} 1080w"></div></div>`;
}

function media(gram: Gram): Markup {
  if (gram.video)
    return html`<div class="x1media"><video playsinline preload="none" poster="${posterOf(gram.name)}" src="blob:https://www.instagram.com/0"></video></div>`;
  const first = picture(gram.name, gram.alt ?? '');
  if (!gram.more) return html`<div class="x1media">${first}</div>`;
  // The slide in view and its neighbour; the others are not in the page.
  const [next] = gram.more;
  return html`<div class="x1media"><div role="presentation"><ul class="_acay"><li class="_acaz">${first}</li>${next && html`<li class="_acaz">${picture(next.name, next.alt)}</li>`}</ul></div><button aria-label="次へ" class="_afxw" type="button"></button></div>`;
}

const row = (older: boolean): Markup =>
  older
    ? html`<section class="_aamu x1row"><span class="x1acts">${press('like', 'いいね！')}${press('comment', 'コメント')}${press('share', '投稿をシェア')}</span><span>${press('save', '保存')}</span></section>`
    : html`<section class="x6s0 x1row"><div class="x1acts">${press('like', 'いいね！')}${press('comment', 'コメント')}${press('share', '投稿をシェア')}</div><div>${press('save', '保存')}</div></section>`;

const figure = new Intl.NumberFormat('ja', { notation: 'compact' });

/** How many like it: 1,482 in full, 2.5万 in short. */
const likes = (gram: Gram): Markup | '' =>
  gram.likes === undefined
    ? ''
    : html`<section class="x12n"><div><span dir="auto">いいね！<a class="_a6hd" href="${pathOf(gram)}liked_by/" role="link"><span class="html-span">${gram.likes < 10_000 ? gram.likes.toLocaleString('ja') : figure.format(gram.likes)}</span>件</a></span></div></section>`;

const all = (gram: Gram): Markup | '' =>
  gram.comments === 0
    ? ''
    : html`<div><a class="_a6hd x1dim" href="${pathOf(gram)}comments/" role="link"><span dir="auto">コメント${gram.comments}件をすべて見る</span></a></div>`;

function head(gram: Gram, older: boolean, time: Markup | ''): Markup {
  const inside = html`${face(gram.by, 32)}<div><div>${named(gram.by)}${time && html`<span> • </span>${time}`}</div>${gram.place && html`<a class="x1dim" href="/explore/locations/1/kamakura/" role="link"><span dir="auto">${gram.place}</span></a>`}${gram.track && html`<a class="x1dim" href="/reels/audio/123456/" role="link"><span dir="auto">${gram.track}</span></a>`}</div>`;
  return older
    ? html`<header class="_aaqw x1head">${inside}</header>`
    : html`<div class="x1q0 x1head">${inside}</div>`;
}

/** The words beneath a card, of which a feed shows the beginning. */
function caption(gram: Gram, older: boolean): Markup | '' {
  if (!gram.text) return '';
  const cut = gram.clamp && [...gram.text].length > gram.clamp;
  const shown = cut ? [...gram.text].slice(0, gram.clamp).join('') : gram.text;
  const more = html`<span>… <div role="button" tabindex="0" class="x1dim" style="display:inline">続きを読む</div></span>`;
  const old = html`<span>… <button class="_aacx x1dim" type="button">続きを読む</button></span>`;
  return html`<div class="x1pre"><span class="x1name">${named(gram.by)}</span> <span class="_ap3a x1pre" dir="auto">${words(shown)}${cut && (older ? old : more)}</span></div>`;
}

/** A card of the feed. An advertisement tells no moment and links nowhere on the site. */
export function card(gram: Gram, older: boolean): Markup {
  if (gram.ad)
    return html`<article class="x78z">${head(gram, older, '')}${media(gram)}${row(older)}${caption(gram, older)}</article>`;
  const time = when(pathOf(gram), gram.time);
  const foot = older ? html`<div class="_ae5u">${time}</div>` : '';
  return html`<article class="x78z">${head(gram, older, older ? '' : time)}${media(gram)}${row(older)}${likes(gram)}${caption(gram, older)}${all(gram)}${foot}</article>`;
}

function remark(gram: Gram, one: Remark, above: Remark | null): Markup {
  const path = remarkPath(gram, one, above);
  return html`<li class="_a9zj" role="menuitem"><div class="x1remark">${face(one.by, 32)}<div><h3 class="_a9zc">${named(one.by)}</h3><div class="x1pre"><span class="_aaco" dir="auto">${words(one.text)}</span></div><div class="x1dim">${when(path, one.time)} <button type="button"><span>いいね！12件</span></button> <button type="button"><span>返信する</span></button></div></div></div></li>`;
}

/** A comment with its answers, in a list item of their own as the site has it. */
const thread = (gram: Gram, one: Remark): Markup =>
  html`<ul class="_a9ym"><div role="button" tabindex="-1">${remark(gram, one, null)}</div>${one.below && html`<li><ul class="_a9yo"><li class="_a9yg"><button type="button"><span>返信を非表示にする</span></button></li>${one.below.map((below) => html`<div>${remark(gram, below, one)}</div>`)}</ul></li>`}</ul>`;

/** The writer's words stand first among the comments, without a permalink of a comment. */
const full = (gram: Gram): Markup =>
  html`<ul class="_a9z6"><li class="_a9zj" role="menuitem"><div class="x1remark">${face(gram.by, 32)}<div><h2 class="_a9zc">${named(gram.by)}</h2><div class="x1pre"><h1 class="_ap3a" dir="auto">${words(gram.text)}</h1></div></div></div></li></ul>`;

const beside = (gram: Gram, remarks: readonly Remark[]): Markup =>
  html`${full(gram)}${remarks.map((one) => thread(gram, one))}${row(false)}${likes(gram)}<div>${when(longPathOf(gram), gram.time)}</div>`;

/** A post as an article: the dialog over a feed or a grid, and the whole page of before. */
export const article = (gram: Gram, remarks: readonly Remark[]): Markup =>
  html`<article role="presentation" class="_aatb">${head(gram, true, '')}<div class="x1two"><div>${media(gram)}</div><div>${beside(gram, remarks)}</div></div></article>`;

/** The page of a post as it is now: no article, and other posts of the author below. */
export const whole = (gram: Gram, remarks: readonly Remark[], below: readonly Gram[]): Markup =>
  html`<div class="x1n2"><div class="x1two"><div>${media(gram)}</div><div>${head(gram, true, '')}${beside(gram, remarks)}</div></div></div><div class="x1below">${tiles(below)}</div>`;

export const tiles = (grams: readonly Gram[]): Markup =>
  html`<div class="x1grid">${grams.map((gram) => {
    const at = gram.video ? posterOf(gram.name) : pictureOf(gram.name);
    return html`<a class="_a6hd x1tile" href="${longPathOf(gram)}" role="link" tabindex="0"><div class="_aagu"><div class="_aagv"><img alt="${gram.alt ?? ''}" crossorigin="anonymous" src="${at}"></div></div></a>`;
  })}</div>`;

/** One reel of the viewer: what says which it is stands in the page's address alone. */
export const swipe = (gram: Gram): Markup =>
  html`<div class="x1reel" data-code="${shortcode(gram)}"><div role="presentation"><video playsinline preload="none" poster="${posterOf(gram.name)}"></video><div>${face(gram.by, 32)}<a href="/${gram.by}/reels/" role="link" class="x1name"><span dir="auto">${gram.by}</span></a><div class="x1pre"><span dir="auto">${words(gram.text)}</span></div><a href="/reels/audio/123456/" role="link"><span dir="auto">${gram.track ?? ''}</span></a></div></div></div>`;
