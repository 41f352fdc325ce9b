import en from '../../i18n/en.json' with { type: 'json' };
import ja from '../../i18n/ja.json' with { type: 'json' };
import zhCN from '../../i18n/zh-CN.json' with { type: 'json' };
import { nearestLanguage } from '../../team/profile.ts';

const MESSAGES = { en, ja, 'zh-CN': zhCN };

const STYLE = `:root{color-scheme:light dark;--paper:#faf8f4;--ink:#211f1c;--soft:#5e5850}
@media (prefers-color-scheme:dark){:root{--paper:#151412;--ink:#efece6;--soft:#b5aea3}}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.7 system-ui,sans-serif}
main{max-inline-size:560px;margin:0 auto;padding:48px 24px}
h1{font-size:25px;line-height:1.3;text-wrap:balance}p{color:var(--soft)}`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in a page and in the value of an attribute. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** The language that is asked for first and that we have. */
export const languageOf = (accepted: string): keyof typeof MESSAGES =>
  nearestLanguage(accepted.split(',').map((tag) => tag.split(';')[0]?.trim() ?? ''));

const SAYS = {
  unknown: ['linkUnknownTitle', 'linkUnknown'],
  over: ['linkOverTitle', 'linkOver'],
} as const;

/** What a visitor reads where a link leads nowhere: nobody knows it, or its time is over. */
export function deadEnd(accepted: string, why: keyof typeof SAYS): string {
  const language = languageOf(accepted);
  const [title, words] = SAYS[why].map((key) => escaped(MESSAGES[language][key]));
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${title}</title><style>${STYLE}</style></head><body><main>
<h1>${title}</h1><p>${words}</p></main></body></html>`;
}

/** What is told of a link to who draws a card of it; all of it was given by the sharing device. */
export function card({ url, title, picture }: { url: string; title: string; picture: string }): string {
  const meta = (name: string, value: string) =>
    value === '' ? '' : `<meta property="${name}" content="${escaped(value)}">`;
  return `<!doctype html><html><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta name="robots" content="noindex"><link rel="canonical" href="${escaped(url)}">
${meta('og:title', title)}${meta('og:url', url)}${meta('og:image', picture)}${meta('og:type', 'website')}
<meta name="twitter:card" content="${picture ? 'summary_large_image' : 'summary'}"></head>
<body><a href="${escaped(url)}" rel="nofollow">${escaped(title || url)}</a></body></html>`;
}
