import { html, type Markup } from '../html.ts';
import { stretches } from '../written.ts';

/** Words of a paragraph: addresses are links, stars emphasise. */
function inline(text: string): Markup[] {
  return text.split(/(\*[^*]+\*)/).flatMap((part) =>
    /^\*.+\*$/.test(part)
      ? [html`<em>${part.slice(1, -1)}</em>`]
      : stretches(part).map((one) => {
          if (one.kind === 'break') return html`<br>`;
          return one.kind === 'link'
            ? html`<a href="${one.text}" rel="noopener nofollow ugc" target="_blank">${one.text}</a>`
            : html`${one.text}`;
        }),
  );
}

export const paragraphs = (text: string): Markup =>
  html`${text.split('\n\n').map(
    (paragraph) => html`<p>
    ${inline(paragraph)}
  </p>`,
  )}`;

/** Microseconds and an offset without a colon, as the site writes moments. */
export const moment = (iso: string): string => iso.replace(/(\.\d{3})Z$/, '$1000+0000');
