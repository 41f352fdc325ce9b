/**
 * The classes of requests for a link: all that is stored of a user agent and all that the counting rules see. The vocabulary
 * is closed, so that no class identifies a person and newer rules can recount the clicks of years ago.
 *
 * `browser`, `app`: a browser, and one inside of an app. `preview`: fetches a card for a network or a chat. `search`,
 * `ai`, `scanner`, `monitor`, `reader`, `tool`, `driven`, `bot`: machines, as they name themselves. `ahead`: a browser that
 * prefetches. `embed`: a page that has the link as its picture or frame. `head`: a HEAD request. `other`: neither GET nor
 * HEAD. `blank`: no user agent. `unlike`: names a browser but lacks its headers.
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
