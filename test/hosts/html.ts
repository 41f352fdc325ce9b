/** Markup that is safe to put into markup as it is. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

export type Part = Markup | string | number | null | false | undefined | readonly Part[];

/** Escapes text for element content and for quoted attributes. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

function written(part: Part): string {
  if (part === null || part === false || part === undefined) return '';
  if (part instanceof Markup) return part.text;
  if (Array.isArray(part)) return part.map(written).join('');
  return escaped(String(part));
}

/** Tagged template: whatever is put in is escaped, unless it is markup already. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(strings.reduce((all, string, at) => all + string + written(parts[at]), ''));

export const raw = (text: string): Markup => new Markup(text);

/** JSON that can stand in a script element. */
export const json = (value: unknown): Markup => raw(JSON.stringify(value).replaceAll('<', '\\u003c'));

/**
 * A script that runs a function of ours in the page. The function may use nothing but its argument and what a page
 * has: it is its source that travels.
 */
export const script = <T>(run: (config: T) => void, config: T, nonce = ''): Markup =>
  html`<script${nonce ? html` nonce="${nonce}"` : ''}>(${raw(run.toString())})(${json(config)})</script>`;

const SMALL = html`<div><span><svg viewBox="0 0 24 24" width="12" height="12"><path d="M5 12h14"></path></svg></span><b>12</b></div><div><span><i>·</i></span><span></span><b>3</b></div>`;
const IN_SMALL = 10;

/**
 * So many small elements in boxes, as a card of a real site has them around its words: badges, icons, what answers a
 * touch. A card of about 150 elements then weighs about as much as a post of the X stand-in.
 */
export const filling = (count: number): Markup =>
  html`<div aria-hidden="true" style="display:flex;flex-wrap:wrap;gap:4px">${Array.from({ length: Math.ceil(count / IN_SMALL) }, () => SMALL)}</div>`;

export interface Shell {
  readonly lang: string;
  readonly title: string;
  readonly css: string;
  readonly body: Markup;
  readonly head?: Markup;
  /** Attributes of the html and the body element. */
  readonly html?: Markup;
  readonly bodyAttributes?: Markup;
  readonly nonce?: string;
}

/** A whole page. */
export const page = (shell: Shell): string =>
  html`<!doctype html>
<html lang="${shell.lang}"${shell.html ? html` ${shell.html}` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${shell.title}</title>
<link rel="icon" href="data:,">
<style${shell.nonce ? html` nonce="${shell.nonce}"` : ''}>${raw(shell.css)}</style>
${shell.head}
</head>
<body${shell.bodyAttributes ? html` ${shell.bodyAttributes}` : ''}>
${shell.body}
</body>
</html>
`.text;
