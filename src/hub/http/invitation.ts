import type { Hono } from 'hono';
import type en from '#words/en.json';
import { own } from '../../workspace/named.ts';
import { languageOf, MESSAGES, page } from './page.ts';

/** The secret stands behind the #, which only a script in the page can read; it goes nowhere from there. */
const SCRIPT = `const field = document.getElementById('link');
field.value = location.href;
field.addEventListener('focus', () => field.select());`;

/**
 * The page that an invite link opens in a browser without Musubi: what it is and how to use it. It says nothing about the
 * team.
 */
function invitation(language: keyof typeof MESSAGES): string {
  const messages: Readonly<Record<string, unknown>> = MESSAGES[language];
  const say = (key: keyof typeof en) => String(own(messages, key));
  const main = `<p>${say('inviteWhat')}</p>
<ol><li>${say('inviteInstall')}</li><li>${say('inviteOpen')}</li><li>${say('invitePaste')}</li></ol>
<p><label for="link">${say('joinLink')}</label></p><input id="link" readonly>
<script src="/app/invite.js"></script>`;
  return page(language, { title: `${say('inviteTitle')} · Musubi`, heading: say('inviteTitle'), main });
}

/** Serves the page of invite links where the companion was not built. */
export function invitationRoutes(app: Hono): void {
  app.get('/app', (c) => c.redirect('/app/'));
  app.get('/app/', (c) =>
    c.html(invitation(languageOf(c.req.header('accept-language') ?? '')), 200, {
      Vary: 'accept-language',
      'Cache-Control': 'no-cache',
    }),
  );
  app.get('/app/invite.js', (c) => c.body(SCRIPT, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }));
}
