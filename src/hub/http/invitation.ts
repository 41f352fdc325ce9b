import type { Context, Hono } from 'hono';
import en from '../../i18n/en.json' with { type: 'json' };
import ja from '../../i18n/ja.json' with { type: 'json' };
import zhCN from '../../i18n/zh-CN.json' with { type: 'json' };
import { nearestLanguage } from '../../team/profile.ts';

const MESSAGES = { en, ja, 'zh-CN': zhCN };

const STYLE = `:root{color-scheme:light dark;--paper:#faf8f4;--ink:#211f1c;--soft:#5e5850;--line:#e5e0d7;--surface:#fff}
@media (prefers-color-scheme:dark){:root{--paper:#151412;--ink:#efece6;--soft:#b5aea3;--line:#37332e;--surface:#1d1b19}}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.7 system-ui,sans-serif}
main{max-inline-size:560px;margin:0 auto;padding:48px 24px}
h1{font-size:25px;line-height:1.3;text-wrap:balance}p,li{color:var(--soft)}
input{box-sizing:border-box;inline-size:100%;min-block-size:40px;padding:0 12px;border:1px solid var(--line);border-radius:8px;background:var(--surface);color:var(--ink);font:inherit}`;

/** The secret stands behind the #, which only a script in the page can read; it goes nowhere from there. */
const SCRIPT = `const field = document.getElementById('link');
field.value = location.href;
field.addEventListener('focus', () => field.select());`;

/** Where a browser without Musubi opens an invite: what it is, and how to use it. Nothing of the team is told here. */
function page(language: keyof typeof MESSAGES): string {
  const messages: Readonly<Record<string, unknown>> = MESSAGES[language];
  const say = (key: keyof typeof en) => String(messages[key]);
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${say('inviteTitle')} · Musubi</title><style>${STYLE}</style></head><body><main>
<h1>${say('inviteTitle')}</h1><p>${say('inviteWhat')}</p>
<ol><li>${say('inviteInstall')}</li><li>${say('inviteOpen')}</li><li>${say('invitePaste')}</li></ol>
<p><label for="link">${say('joinLink')}</label></p><input id="link" readonly>
<script src="/app/invite.js"></script></main></body></html>`;
}

const languageOf = (c: Context) =>
  nearestLanguage(
    (c.req.header('accept-language') ?? '').split(',').map((tag) => tag.split(';')[0]?.trim() ?? ''),
  );

/** The page behind every invite link where the companion itself was not built. */
export function invitationRoutes(app: Hono): void {
  app.get('/', (c) => c.redirect('/app/'));
  app.get('/app', (c) => c.redirect('/app/'));
  app.get('/app/', (c) =>
    c.html(page(languageOf(c)), 200, { Vary: 'accept-language', 'Cache-Control': 'no-cache' }),
  );
  app.get('/app/invite.js', (c) => c.body(SCRIPT, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }));
}
