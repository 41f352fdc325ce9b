import type { Context, Hono } from 'hono';
import { escaped, languageOf, MESSAGES, page } from './page.ts';

/** Messages of the hub's start page and of its page for unknown addresses. */
const SAYS = {
  root: ['hubRootTitle', 'hubRoot', 'hubRootOpen', '/app/'],
  nothing: ['hubNothingTitle', 'hubNothing', 'hubNothingRoot', '/'],
} as const;

function plain(c: Context, which: keyof typeof SAYS, status: 200 | 404): Response | Promise<Response> {
  const language = languageOf(c.req.header('accept-language') ?? '');
  const [title, words, link, to] = SAYS[which];
  const say = (key: typeof title | typeof words | typeof link) => escaped(MESSAGES[language][key]);
  const main = `<p>${say(words)}</p><p><a href="${to}">${say(link)}</a></p>`;
  c.header('Vary', 'accept, accept-language');
  return c.html(page(language, { title: say(title), heading: say(title), main }), status);
}

/** Browsers get a page; other clients get one line of text. */
const wantsPage = (c: Context) => (c.req.header('accept') ?? '').includes('text/html');

/** The hub's start page, which says nothing about the team, and the page for unknown addresses. */
export function plainPages(app: Hono): void {
  app.get('/', (c) => plain(c, 'root', 200));
  app.notFound((c) => (wantsPage(c) ? plain(c, 'nothing', 404) : c.text('not found', 404)));
}
