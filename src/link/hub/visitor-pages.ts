import { escaped, languageOf, MESSAGES, page } from '../../hub/http/page.ts';

const SAYS = {
  unknown: ['linkUnknownTitle', 'linkUnknown'],
  over: ['linkOverTitle', 'linkOver'],
} as const;

/** The page for a link that is unknown or has ended. */
export function deadEnd(accepted: string, why: keyof typeof SAYS): string {
  const language = languageOf(accepted);
  const [title = '', words = ''] = SAYS[why].map((key) => escaped(MESSAGES[language][key]));
  return page(language, { title, heading: title, main: `<p>${words}</p>` });
}

/** The page for programs that draw a card of the link. All of its content comes from the sharing device. */
export function card({ url, title, picture }: { url: string; title: string; picture: string }): string {
  const meta = (name: string, value: string) =>
    value === '' ? '' : `<meta property="${name}" content="${escaped(value)}">`;
  return `<!doctype html><html><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta name="robots" content="noindex"><link rel="canonical" href="${escaped(url)}">
${meta('og:title', title)}${meta('og:url', url)}${meta('og:image', picture)}${meta('og:type', 'website')}
<meta name="twitter:card" content="${picture ? 'summary_large_image' : 'summary'}"></head>
<body><a href="${escaped(url)}" rel="nofollow">${escaped(title || url)}</a></body></html>`;
}
