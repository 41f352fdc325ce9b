import type { Hono } from 'hono';
import type en from '#words/en.json';
import { own } from '../../workspace/named.ts';
import { escaped, languageOf, MESSAGES, page } from './page.ts';

/**
 * Shows the invite's link, and who invites to what as its own hub knows it. The secret stands behind the #, which only a
 * script in the page can read; it goes nowhere but to that hub.
 */
const SCRIPT = `const field = document.getElementById('link');
field.value = location.href;
field.addEventListener('focus', () => field.select());
const { by, to } = document.currentScript.dataset;
const [invite, secret] = location.hash.replace('#/join/', '').split('.');
const name = (look) => {
  const named = { name: look.by, team: look.team };
  document.querySelector('h1').textContent = (look.by ? by : to).replace(/\\{(name|team)\\}/g, (_, of) => named[of]);
};
const ask = { method: 'POST', body: JSON.stringify({ invite, secret }) };
if (secret) fetch('/api/join/look', ask).then((answer) => answer.ok && answer.json().then(name), () => {});`;

/**
 * The page that an invite link opens in a browser without Musubi: who invites to what, what Musubi is and how to use it. As
 * served it says nothing about the team; its script puts that into the heading for whoever has the secret.
 */
function invitation(language: keyof typeof MESSAGES): string {
  const messages: Readonly<Record<string, unknown>> = MESSAGES[language];
  const say = (key: keyof typeof en) => String(own(messages, key));
  const main = `<p>${say('inviteWhat')}</p>
<ol><li>${say('inviteInstall')}</li><li>${say('inviteOpen')}</li><li>${say('invitePaste')}</li></ol>
<p><label for="link">${say('joinLink')}</label></p><input id="link" readonly>
<script src="/app/invite.js" data-by="${escaped(say('joinBy'))}" data-to="${escaped(say('joinTo'))}"></script>`;
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
