import { html, type Markup } from '../html.ts';
import { type Stretch, stretches } from '../written.ts';

export const FILES = 'https://files.mastodon.example';

/** Emoji of the server itself are pictures with a name between colons. */
function custom(text: string): Markup[] {
  return text
    .split(/(:[a-z_]+:)/)
    .map((part) =>
      /^:[a-z_]+:$/.test(part)
        ? html`<img draggable="false" class="emojione custom-emoji" alt="${part}" title="${part}" src="${FILES}/custom_emojis/icon-${part.slice(1, -1)}.png">`
        : html`${part}`,
    );
}

function link(url: string): Markup {
  const bare = url.replace(/^https?:\/\//, '');
  const scheme = url.slice(0, url.length - bare.length);
  const long = bare.length > 30;
  return html`<a href="${url}" target="_blank" rel="nofollow noopener" translate="no" class="status-link unhandled-link" title="${url}"><span class="invisible">${scheme}</span><span class="${long ? 'ellipsis' : ''}">${bare.slice(0, 30)}</span><span class="invisible">${bare.slice(30)}</span></a>`;
}

function stretch(part: Stretch): Markup {
  switch (part.kind) {
    case 'link':
      return link(part.text);
    case 'mention':
      return html`<span class="h-card" translate="no"><a href="/${part.text}" class="u-url mention status-link">@<span>${part.text.slice(1)}</span></a></span>`;
    case 'tag':
      return html`<a href="/tags/${part.text.slice(1)}" class="mention hashtag status-link" rel="tag">#<span>${part.text.slice(1)}</span></a>`;
    case 'emoji':
      return html`<img draggable="false" class="emojione" alt="${part.text}" title="${part.text}" src="/emoji/icon.svg">`;
    case 'break':
      return html`<br>`;
    default:
      return html`${part.text}`;
  }
}

/** Paragraphs, as the server sends them. */
export const content = (text: string): Markup =>
  html`${text.split('\n\n').map((paragraph) => html`<p>${stretches(paragraph).map(stretch)}</p>`)}`;

export const displayName = (name: string, account: string): Markup =>
  html`<span class="display-name"><bdi><strong class="display-name__html">${custom(name)}</strong></bdi> <span class="display-name__account">@${account}</span></span>`;

export const avatar = (handle: string, size: number): Markup =>
  html`<div class="account__avatar" data-size="${size}"><img src="${FILES}/accounts/avatars/${handle.replace('@', '_')}.png" alt=""></div>`;

const SHAPES = {
  reply: 'M10 6 4 12l6 6M4 12h9a7 7 0 0 1 7 7',
  boost: 'M5 10V7h12l-3-3m5 10v3H7l3 3',
  star: 'M12 4l2.4 5 5.6.7-4 3.9 1 5.4-5-2.7L7 19l1-5.4-4-3.9 5.6-.7Z',
  bookmark: 'M6 4h12v16l-6-4-6 4Z',
  more: 'M5 12h.1M12 12h.1M19 12h.1',
  globe: 'M12 4a8 8 0 1 0 .1 0ZM4 12h16M12 4q6 8 0 16M12 4q-6 8 0 16',
} as const;

export const icon = (name: keyof typeof SHAPES): Markup =>
  html`<svg xmlns="http://www.w3.org/2000/svg" height="24" viewBox="0 0 24 24" width="24" class="icon icon-${name}" aria-hidden="true"><path d="${SHAPES[name]}"></path></svg>`;
