import { html, type Markup, raw } from '../html.ts';
import { type Stretch, stretches } from '../written.ts';

/** Class names as a style engine that hashes them writes them: nothing may be keyed on these. */
export const BOX = 'css-175box r-0';
export const ROW = 'css-175box r-row';
export const TEXT = 'css-146txt r-37j';
export const SPAN = 'css-1jxf r-bcq';

const ICONS = {
  reply: 'M4 11a8 7 0 1 1 4 6l-4 3 1-4a7 7 0 0 1-1-5Z',
  retweet: 'M5 9l4-4 4 4M9 5v11h6M19 15l-4 4-4-4M15 19V8H9',
  like: 'M12 20C5 15 3 12 3 9a4.5 4.5 0 0 1 9-1 4.5 4.5 0 0 1 9 1c0 3-2 6-9 11Z',
  views: 'M5 20V11M12 20V4M19 20v-6',
  bookmark: 'M6 4h12v17l-6-4-6 4Z',
  share: 'M12 15V4M7 8l5-5 5 5M5 14v6h14v-6',
  more: 'M5 12h.1M12 12h.1M19 12h.1',
} as const;

/** Words of the page's own interface, which is Japanese: a recipe may not lean on them. */
export const WORDS = {
  reply: '件の返信。返信する',
  retweet: '件のリポスト。リポスト',
  like: '件のいいね。いいねする',
  bookmark: '件のブックマーク。ブックマーク',
  views: '件の表示。ポストのアナリティクスを表示',
} as const;

export const icon = (name: keyof typeof ICONS): Markup =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true" class="r-icon"><g><path d="${ICONS[name]}"></path></g></svg>`;

const codepoints = (emoji: string): string =>
  [...emoji].map((sign) => sign.codePointAt(0)?.toString(16) ?? '').join('-');

export const emoji = (text: string): Markup =>
  html`<img alt="${text}" draggable="false" src="https://abs-0.twimg.com/emoji/v2/svg/${codepoints(text)}.svg" class="r-emoji">`;

/** A shortened link: what it hides is in its text, in parts that are not all seen. */
function link(url: string, at: number): Markup {
  const bare = url.replace(/^https?:\/\//, '');
  const shown = bare.slice(0, 27);
  const rest = bare.slice(27);
  const tail = rest
    ? html`<span aria-hidden="true" class="${SPAN} r-unseen">${rest}</span><span aria-hidden="true" class="${SPAN}">…</span>`
    : '';
  return html`<a dir="ltr" href="https://t.co/k${bare.length}q${at}" rel="noopener noreferrer nofollow" target="_blank" role="link" class="${SPAN} r-link"><span aria-hidden="true" class="${SPAN} r-unseen">${url.slice(0, url.length - bare.length)}</span>${shown}${tail}</a>`;
}

function stretch(part: Stretch, at: number): Markup {
  switch (part.kind) {
    case 'link':
      return link(part.text, at);
    case 'mention':
      return html`<div class="${BOX} r-inline"><span class="r-row"><a dir="ltr" href="/${part.text.slice(1)}" role="link" class="${SPAN} r-link">${part.text}</a></span></div>`;
    case 'tag':
      return html`<span class="r-row"><a dir="ltr" href="/hashtag/${encodeURIComponent(part.text.slice(1))}?src=hashtag_click" role="link" class="${SPAN} r-link">${part.text}</a></span>`;
    case 'emoji':
      return emoji(part.text);
    case 'break':
      // A line break is a character here; the style keeps white space.
      return html`<span class="${SPAN}">${raw('\n')}</span>`;
    default:
      return html`<span class="${SPAN}">${part.text}</span>`;
  }
}

export const words = (text: string): Markup => html`${stretches(text).map(stretch)}`;

/** A name: emoji in it are pictures too. */
export const name = (text: string): Markup =>
  html`<span class="${SPAN} r-name"><span class="${SPAN}">${stretches(text).map((part) =>
    part.kind === 'emoji'
      ? emoji(part.text)
      : html`<span class="${SPAN}">${part.kind === 'break' ? '' : part.text}</span>`,
  )}</span></span>`;
