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

/** So many small elements: a card of a real site has about 150, most of them for nothing that is seen. */
export const filling = (count: number): Markup =>
  html`<div aria-hidden="true">${Array.from({ length: Math.ceil(count / 2) }, () => html`<span><i></i></span>`)}</div>`;

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
