import type { Context, Hono } from 'hono';
import { escaped, languageOf, MESSAGES, page } from './page.ts';

/** Pages for whoever comes to the hub without being sent: what it is, and that something is not here. */
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

/** A browser that shows a page asks for one; programs are answered in a word. */
const wantsPage = (c: Context) => (c.req.header('accept') ?? '').includes('text/html');

/** The hub's first page, which tells nothing of the team, and the page of every address that leads nowhere. */
export function plainPages(app: Hono): void {
  app.get('/', (c) => plain(c, 'root', 200));
  app.notFound((c) => (wantsPage(c) ? plain(c, 'nothing', 404) : c.text('not found', 404)));
}
