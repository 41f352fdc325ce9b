import { isbot } from 'isbot';
import { AGENTS, APPS } from './agents.ts';

/**
 * What of a request the counting rules may look at, and all that is kept of its user agent. A closed vocabulary: no
 * word tells one person from another, and newer rules can be run over the words of years ago.
 *
 * `browser`, `app`: a browser, and one inside of an app. `preview`: fetches a card for a network or a chat. `search`,
 * `ai`, `scanner`, `monitor`, `reader`, `tool`, `driven`, `bot`: machines, as they name themselves. `ahead`: a browser
 * that fetches what may be opened next. `embed`: a page that has the link as its picture or frame. `head`: asked for
 * the header alone. `other`: neither GET nor HEAD. `blank`: says nothing of itself. `unlike`: names a browser and does
 * not ask as one.
 */
export const WORDS = [
  'browser',
  'app',
  'preview',
  'search',
  'ai',
  'scanner',
  'monitor',
  'reader',
  'tool',
  'driven',
  'bot',
  'ahead',
  'embed',
  'head',
  'other',
  'blank',
  'unlike',
] as const;
export type Word = (typeof WORDS)[number];

/** A request for a short link. Header names in lower case. */
export interface Asked {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** Longest user agent that is looked at, characters: what is longer is nobody's. */
const MOST = 1000;

/** https://wicg.github.io/nav-speculation/prefetch.html: `Sec-Purpose`; the others are what browsers sent before. */
const AHEAD = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'];
const isAhead = ({ headers }: Asked): boolean =>
  AHEAD.some((name) => /\b(?:prefetch|prerender|preview)\b/i.test(headers[name] ?? ''));

/**
 * A page has the link as a picture, a frame or a script, or fetches it: nobody followed it. What browsers say of that by
 * Fetch Metadata (w3.org/TR/fetch-metadata) a page cannot change.
 */
const isEmbedded = ({ headers }: Asked): boolean =>
  (headers['sec-fetch-dest'] ?? 'document') !== 'document' ||
  (headers['sec-fetch-mode'] ?? 'navigate') !== 'navigate';

/** Every browser says which languages it wants, or that it navigates; what says neither only calls itself one. */
const isLikeBrowser = ({ headers }: Asked): boolean =>
  Boolean(headers['accept-language'] || headers['sec-fetch-mode'] || headers['sec-fetch-dest']);

/** The machine that a user agent names; null where it names none. */
export function machineOf(agent: string): Word | null {
  const named = AGENTS.find(([, pattern]) => pattern.test(agent));
  if (named) return named[0];
  // In-app browsers name their app, and some of those names look like a machine's to a list of machines.
  if (APPS.test(agent)) return null;
  return isbot(agent) ? 'bot' : null;
}

/** The one word by which a request is told. Depends on nothing but the request. */
export function wordOf(asked: Asked): Word {
  const agent = (asked.headers['user-agent'] ?? '').slice(0, MOST).trim();
  const machine = machineOf(agent);
  if (machine) return machine;
  if (asked.method === 'HEAD') return 'head';
  if (asked.method !== 'GET') return 'other';
  if (agent === '' || agent === '-') return 'blank';
  if (isAhead(asked)) return 'ahead';
  if (isEmbedded(asked)) return 'embed';
  if (!/^(?:Mozilla|Opera)\//.test(agent)) return 'tool';
  if (!isLikeBrowser(asked)) return 'unlike';
  return APPS.test(agent) ? 'app' : 'browser';
}

export const DEVICES = ['phone', 'tablet', 'desktop', 'other'] as const;
export type Device = (typeof DEVICES)[number];

/** What kind of device a user agent tells of. */
export function deviceOf(agent: string): Device {
  if (/iPad|Tablet|PlayBook|Silk(?!.*Mobile)|Android(?!.*Mobile)/i.test(agent)) return 'tablet';
  if (/iPhone|iPod|Android|Mobile|Windows Phone/i.test(agent)) return 'phone';
  return /Windows NT|Macintosh|X11|CrOS|Linux/i.test(agent) ? 'desktop' : 'other';
}
