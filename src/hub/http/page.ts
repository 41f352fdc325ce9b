import en from '#words/en.json' with { type: 'json' };
import ja from '#words/ja.json' with { type: 'json' };
import zhCN from '#words/zh-CN.json' with { type: 'json' };
import { nearestLanguage } from '../../team/profile.ts';
import { own } from '../../workspace/named.ts';

export const MESSAGES = { en, ja, 'zh-CN': zhCN };

const STYLE = `:root{color-scheme:light dark;--paper:#faf8f4;--ink:#211f1c;--soft:#5e5850;--line:#e5e0d7;--surface:#fff}
@media (prefers-color-scheme:dark){:root{--paper:#151412;--ink:#efece6;--soft:#b5aea3;--line:#37332e;--surface:#1d1b19}}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.7 system-ui,sans-serif}
main{max-inline-size:560px;margin:0 auto;padding:48px 24px}
a{padding-block:5px;color:light-dark(#27497a,#9dbcf0)}h1{font-size:25px;line-height:1.3;text-wrap:balance}p,li{color:var(--soft);text-wrap:pretty}
:lang(ja){line-break:strict;word-break:auto-phrase}:lang(zh) h1{word-break:keep-all;overflow-wrap:anywhere}
input{box-sizing:border-box;inline-size:100%;min-block-size:40px;padding:0 12px;border:1px solid var(--line);border-radius:8px;background:var(--surface);color:var(--ink);font:inherit}`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in a page and in the value of an attribute. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => own(ENTITIES, sign) ?? sign);

/** The first language of an `Accept-Language` that we have. */
export const languageOf = (accepted: string): keyof typeof MESSAGES =>
  nearestLanguage(accepted.split(',').map((tag) => tag.split(';')[0]?.trim() ?? ''));

/** A plain HTML page of the hub. `main` is markup; `heading` and `title` are plain text of ours. */
export function page(language: keyof typeof MESSAGES, { title = '', heading = '', main = '' }): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${title}</title><style>${STYLE}</style></head><body><main>
<h1>${heading}</h1>${main}</main></body></html>`;
}
