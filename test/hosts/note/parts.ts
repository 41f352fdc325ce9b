import { html, type Markup } from '../html.ts';
import { stretches } from '../written.ts';
import { eyecatchOf, pathOf, pictureOf, portraitOf } from './ids.ts';
import type { Writing } from './posts.ts';

const heart = html`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path fill="currentColor" d="M12 21C5 15 3 12 3 9a4.5 4.5 0 0 1 9-1 4.5 4.5 0 0 1 9 1c0 3-2 6-9 12Z"></path></svg>`;

/** A like is a button and how often, which is not there where nobody has. */
const like = ({ likes }: Writing): Markup =>
  html`<div class="o-noteLikeV3"><button type="button" aria-label="スキ" aria-pressed="false" class="o-noteLikeV3__iconButton">${heart}</button>${likes > 0 && html`<button type="button" class="o-noteLikeV3__count text-text-secondary">${likes.toLocaleString('ja')}</button>`}</div>`;

const avatar = ({ by }: Writing): Markup =>
  html`<a href="/${by.account}" class="m-avatar"><img class="m-avatar__image" alt="" src="${portraitOf(by.account)}"></a>`;

const moment = ({ time }: Writing): Markup => html`<time datetime="${time}">3日前</time>`;

const thumbnail = (one: Writing, inLink: boolean): Markup | '' => {
  if (!one.eyecatch) return '';
  const img = html`<div class="m-thumbnail"><img class="m-thumbnail__image" alt="見出し画像" src="${eyecatchOf(one.eyecatch)}"></div>`;
  return inLink ? html`<a href="${pathOf(one)}" tabindex="-1">${img}</a>` : img;
};

const price = ({ price: yen }: Writing): Markup | '' =>
  yen === undefined
    ? ''
    : html`<span class="m-noteBodyStatus__Price m-price text-text-success">¥${yen.toLocaleString('ja')}</span>`;

/** The first words, as a list has them. */
export const beginning = ({ text }: Writing): string => text.split('\n', 1)[0] ?? '';

/** A card of a list: a link without words lies over it, and says the title to who does not see. */
export const card = (one: Writing): Markup =>
  html`<div class="m-timelineItemWrapper__itemWrapper"><div class="m-largeNoteWrapper"><div class="m-largeNoteWrapper__card"><a class="a-link m-largeNoteWrapper__link fn" href="${pathOf(one)}" title="${one.title}" aria-label="${one.title}"></a>${thumbnail(one, true)}<div class="m-largeNoteWrapper__body m-noteBody"><h3 class="m-noteBodyTitle__title">${one.title}</h3><p class="m-noteBody__description">${beginning(one)}</p>${price(one)}</div><div class="o-largeNoteSummary">${avatar(one)}<div><a href="/${one.by.account}"><div class="o-largeNoteSummary__userName">${one.by.name}</div></a><div class="o-largeNoteSummary__date">${moment(one)}</div></div></div><div class="foot">${like(one)}</div></div></div></div>`;

/** The list as it is being redrawn: nothing named, and the design's own tokens. */
export const redrawn = (one: Writing): Markup =>
  html`<div class="flex w-full rounded-lg bg-surface-normal"><a href="${pathOf(one)}" aria-label="${one.title}">${thumbnail(one, false)}</a><div><h3>${one.title}</h3>${price(one)}<div class="o-largeNoteSummary">${avatar(one)}<a href="/${one.by.account}"><span>${one.by.name}</span></a>${moment(one)}</div><div class="foot"><button type="button" aria-label="スキ" aria-pressed="false">${heart}</button>${one.likes > 0 ? html`<span class="pl-2 text-sm text-text-secondary">${one.likes.toLocaleString('ja')}</span>` : html`<span class="pl-2"></span>`}</div></div></div>`;

/** As about 2022: a figure in a row that scrolls. */
export const former = (one: Writing): Markup =>
  html`<figure class="o-horizontalTimeLineNote"><a href="https://note.com${pathOf(one)}" title="${one.title}">${thumbnail(one, false)}<h3>${one.title}</h3></a><div class="o-horizontalTimeLineNote__user o-largeNoteSummary"><a class="fn" href="https://note.com/${one.by.account}">${one.by.name}</a>${moment(one)}</div><div class="foot"><button type="button" aria-pressed="false">${heart}</button><span class="m-noteBody__statusLabel">${one.likes > 0 && one.likes}</span></div></figure>`;

const paragraph = (text: string): Markup =>
  html`<p name="0a1b" id="0a1b">${stretches(text).map((part) => {
    if (part.kind === 'break') return html`<br>`;
    if (part.kind === 'link')
      return html`<a href="${part.text}" target="_blank" rel="nofollow noopener">${part.text}</a>`;
    if (part.kind === 'tag') return html`<a href="/hashtag/${part.text.slice(1)}">${part.text}</a>`;
    return html`${part.text}`;
  })}</p>`;

function body(one: Writing, older: boolean): Markup {
  const inside = html`${one.text.split('\n\n').map(paragraph)}${one.picture && html`<figure name="9f"><a href="${pictureOf(one.picture.name)}"><img alt="${one.picture.alt}" src="${pictureOf(one.picture.name)}" width="620" height="320"></a></figure>`}`;
  return older
    ? html`<div class="note-common-styles__textnote-body">${inside}</div>`
    : html`<div data-name="body" class="note-common-styles__textnote-body">${inside}</div>`;
}

const wall = ({ price: yen }: Writing): Markup | '' =>
  yen === undefined
    ? ''
    : html`<div class="o-noteAreaPaymentWall o-paywall"><p>ここから先は</p><p>¥${yen}</p><button type="button">購入手続きへ</button></div>`;

const tags = ({ tags: all }: Writing): Markup =>
  html`<ul class="p-article__hashtags">${all.map((tag) => html`<li><a href="/hashtag/${tag.slice(1)}">${tag}</a></li>`)}</ul>`;

/** An article. What the site recommends stands within it. `older`: no row of its own at its end. */
export const article = (one: Writing, recommended: readonly Writing[], older: boolean): Markup =>
  html`<article class="p-article__content"><figure class="o-noteEyecatch">${one.eyecatch && html`<img alt="見出し画像" src="${eyecatchOf(one.eyecatch)}">`}</figure><h1 class="o-noteContentHeader__title">${one.title}</h1><div class="head">${avatar(one)}<div class="o-noteContentHeader__name"><a href="/${one.by.account}">${one.by.name}</a></div><div class="o-noteContentHeader__date">${moment(one)}</div>${older && like(one)}</div>${body(one, older)}${wall(one)}${tags(one)}${!older && html`<div class="p-article__action">${like(one)}</div>`}<aside class="m-recommend">${recommended.map(former)}</aside></article>`;
