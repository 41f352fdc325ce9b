import { html, type Markup } from '../html.ts';
import { stretches } from '../written.ts';

/** Words of the page's own interface, which is Japanese: a recipe may not lean on them. */
export const WORDS = {
  react: 'リアクションボタンの状態: リアクションなし',
  menu: 'リアクションメニューを開く',
  comment: 'コメント',
  repost: '再投稿',
  send: '送信',
  more: '…もっと見る',
  of: 'さんの投稿のコントロールメニューを開く',
  profile: 'さんのプロフィールを見る',
  brought: 'さんがいいねしました',
  ago: '3時間前 •',
} as const;

const SHAPES = {
  'thumbs-up-outline-small': 'M3 7h3l2-5 2 1v4h4l-1 7H3Z',
  'comment-small': 'M2 3h12v8H8l-3 3v-3H2Z',
  'repost-small': 'M4 6l3-3 3 3M7 3v8M12 10l-3 3-3-3',
  'send-privately-small': 'M2 3l12 5-12 5 3-5Z',
  'chevron-up-small': 'M4 10l4-4 4 4',
  'globe-americas-small': 'M8 2a6 6 0 1 0 .1 0Z',
} as const;
export type Icon = keyof typeof SHAPES;
export const shape = (name: Icon): string => SHAPES[name];

/** Text with breaks as elements, names and links as the site has them. */
export function words(text: string): Markup {
  return html`${stretches(text).map((part) => {
    if (part.kind === 'break') return html`<br>`;
    if (part.kind === 'link')
      return html`<a href="https://www.linkedin.com/safety/go/?url=${encodeURIComponent(part.text)}&amp;trk=feed" target="_blank">${part.text}</a>`;
    if (part.kind === 'mention')
      return html`<a href="https://www.linkedin.com/in/nagi-wood/">${part.text}</a>`;
    return part.text;
  })}`;
}

/** Boxes within boxes, as a page that is drawn by a server's description has them. */
export const boxed = (inside: Markup, depth = 3): Markup =>
  depth === 0 ? inside : html`<div class="_${depth}a7f3 _9c1e${depth}b">${boxed(inside, depth - 1)}</div>`;

export const photo = (name: string): string =>
  `https://media.licdn.com/dms/image/v2/D4E22AQ${name}/feedshare-shrink_800/0/${name}.png?e=1&v=beta`;
export const face = (name: string): string =>
  `https://media.licdn.com/dms/image/v2/C4E03AQ${name}/profile-displayphoto-shrink_100_100/0/${name}.png?e=1`;
export const poster = (name: string): string =>
  `https://media.licdn.com/dms/image/v2/D4E05AQ${name}/videocover-high/0/${name}.png?e=1`;
