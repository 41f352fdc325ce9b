import type { IncomingMessage, ServerResponse } from 'node:http';
import { networkOf } from '../../hub/edge/address.ts';
import { isThisMachine } from '../../hub/edge/client-address.ts';
import type { RateLimits } from '../../hub/http/rate-limits.ts';
import { cutAgent, ofAgent } from '../click/of-agent.ts';
import { type Asked, deviceOf, wordOf } from '../click/word.ts';
import { namedIn } from '../name.ts';
import { type Path, pathOf } from '../short.ts';
import type { ClickLog, NewClick } from './click-log.ts';
import type { Links, LiveLink } from './links.ts';
import type { Pace } from './pace.ts';
import { card, deadEnd } from './pages.ts';
import type { Visitors } from './visitors.ts';

/** What answering a link takes. */
export interface Following {
  readonly links: Links;
  readonly clicks: ClickLog;
  readonly visitors: Visitors;
  readonly now: () => number;
  /** Whom a request is counted for. */
  readonly sourceOf: (request: IncomingMessage) => string;
  readonly isOurHost: (host: string) => boolean;
  /** Which country an address is of; empty where nobody knows. */
  readonly countryOf: (address: string) => string;
  /** How many are answered in one turn. */
  readonly pace: Pace;
  /** Links that one network may follow. */
  readonly limits: RateLimits;
  /** Whether this machine's own address is everybody's: of a proxy that nobody set. */
  readonly isLocalOpen: boolean;
}

/** What stands on every answer: nothing is kept by anybody on the way, and nothing here runs or is framed. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
};

const deviceOfAgent = ofAgent(deviceOf);

/** Headers that are sent twice come as lists, or joined; of those we look at, each stands once. */
function askedOf({ method = 'GET', headers }: IncomingMessage): Asked {
  return { method, headers: headers as Asked['headers'] };
}

/** Whether a person asked not to be told from others: Global Privacy Control, or the older Do Not Track. */
const isQuiet = ({ headers }: Asked) => headers['sec-gpc'] === '1' || headers.dnt === '1';

/** A mark in the address that asks the same: `?nt=1`. */
const isMarked = (url: string) => /[?&]nt=1(?:&|$)/.test(url);

function refererHost(referer: string | undefined): string {
  return referer && URL.canParse(referer) ? new URL(referer).host.slice(0, 255) : '';
}

/** What is kept of a request: no address, no agent. */
export function clickOf(
  { visitors, countryOf }: Pick<Following, 'visitors' | 'countryOf'>,
  { member, link }: LiveLink,
  asked: Asked,
  { source, qr, quiet }: { source: string; qr: boolean; quiet: boolean },
): NewClick {
  const agent = cutAgent(asked.headers['user-agent'] ?? '');
  const known = { link: link.id, word: wordOf(asked), qr };
  const own = visitors.isOf(member, source, agent);
  if (quiet) return { ...known, ...visitors.unnamed(member), referrer: '', device: 'other', own };
  const referrer = refererHost(asked.headers.referer);
  const told = { referrer, device: deviceOfAgent(agent), own, country: countryOf(source) };
  return { ...known, ...visitors.of(source, agent, link.id, member), ...told };
}

/** Answers a request for a link; false where the request is for something else. */
export function followed(following: Following, request: IncomingMessage, response: ServerResponse): boolean {
  const path = pathOf(request.url ?? '') ?? namedPath(following.links, request.url ?? '');
  if (!path || !following.isOurHost(request.headers.host ?? '')) return false;
  const source = following.sourceOf(request);
  if (!mayFollow(following, source)) busy(response, 429);
  else if (following.pace.isFull) busy(response);
  else
    answerSoon(following, { ...path, source }, request, response).catch(() => {
      // A day's salt that cannot be turned, say: who is not recorded is not answered.
      if (response.headersSent) response.destroy();
      else busy(response);
    });
  return true;
}

/** A path by the name of a link; null where no link has it: it is for something else then. */
function namedPath(links: Links, url: string): Path | null {
  const named = namedIn(url);
  const id = named ? links.named(named.name) : undefined;
  return named && id !== undefined ? { id, qr: named.qr } : null;
}

function mayFollow({ limits, isLocalOpen }: Following, source: string): boolean {
  return (isLocalOpen && isThisMachine(source)) || limits.take(networkOf(source).own);
}

/** What is followed, and from where. */
interface Followed {
  readonly id: string;
  readonly qr: boolean;
  readonly source: string;
}

async function answerSoon(
  following: Following,
  { id, qr, source }: Followed,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await following.pace.enter();
  const known = following.links.get(id);
  const live = known ?? (await following.links.soon(id, networkOf(source).own));
  if (live) return answer(following, live, { qr, source }, request, response);
  said(request, response, 404, deadEnd(request.headers['accept-language'] ?? '', 'unknown'));
}

async function answer(
  following: Following,
  live: LiveLink,
  { qr, source }: Omit<Followed, 'id'>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { link, url } = live;
  if (url === '' || link.paused || (link.until > 0 && link.until <= following.now()))
    return said(request, response, 410, deadEnd(request.headers['accept-language'] ?? '', 'over'));
  if (following.clicks.isFull) return busy(response);
  const asked = askedOf(request);
  const quiet = isQuiet(asked) || isMarked(request.url ?? '');
  const click = clickOf(following, live, asked, { source, qr, quiet });
  try {
    await following.clicks.append(click);
  } catch {
    // Not counted is not answered: who follows it again is counted once.
    return busy(response);
  }
  if (click.word === 'preview')
    return said(request, response, 200, card({ url, title: link.title, picture: link.picture }));
  response.writeHead(302, { ...HEADERS, Location: url, 'Content-Length': 0 }).end();
}

function said(request: IncomingMessage, response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, {
    ...HEADERS,
    'Content-Type': 'text/html; charset=utf-8',
    Vary: 'accept-language',
  });
  response.end(request.method === 'HEAD' ? undefined : page);
}

const busy = (response: ServerResponse, status = 503): void => {
  response.writeHead(status, { ...HEADERS, 'Retry-After': '1' }).end();
};
