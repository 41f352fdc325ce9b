import type { IncomingMessage, ServerResponse } from 'node:http';
import { networkOf } from '../../hub/edge/address.ts';
import { isThisMachine } from '../../hub/edge/client-address.ts';
import type { RateLimits } from '../../hub/http/rate-limits.ts';
import { cachedByAgent, cutAgent } from '../click/agent-cache.ts';
import { classifyRequest, deviceOf, type LinkRequest } from '../click/classify-request.ts';
import { namedIn } from '../name.ts';
import { type Path, pathOf } from '../short.ts';
import type { ClickLog, NewClick } from './click-log.ts';
import type { Links, LiveLink } from './links.ts';
import type { TurnThrottle } from './turn-throttle.ts';
import { card, deadEnd } from './visitor-pages.ts';
import type { Visitors } from './visitors.ts';

/** What answering requests for links needs. */
export interface RedirectParts {
  readonly links: Links;
  readonly clicks: ClickLog;
  readonly visitors: Visitors;
  readonly now: () => number;
  /** The client's address. */
  readonly sourceOf: (request: IncomingMessage) => string;
  readonly isOurHost: (host: string) => boolean;
  /** The country of an address; empty if unknown. */
  readonly countryOf: (address: string) => string;
  /** Limits the requests that are answered per turn of the event loop. */
  readonly pace: TurnThrottle;
  /** Limits the clicks of one network. */
  readonly limits: RateLimits;
  /** Whether requests from this machine are unlimited, since an unconfigured proxy on it may carry everybody's. */
  readonly isLocalOpen: boolean;
}

/** Headers of every answer: no caching, no scripts, no framing, no indexing. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
};

const deviceOfAgent = cachedByAgent(deviceOf);

/** Node gives some repeated headers as lists; those that are read here are always single strings. */
function requestOf({ method = 'GET', headers }: IncomingMessage): LinkRequest {
  return { method, headers: headers as LinkRequest['headers'] };
}

/** Whether a person opted out: Global Privacy Control, or the older Do Not Track. */
const isQuiet = ({ headers }: LinkRequest) => headers['sec-gpc'] === '1' || headers.dnt === '1';

/** Opting out by the address: `?nt=1`. */
const isMarked = (url: string) => /[?&]nt=1(?:&|$)/.test(url);

function refererHost(referer: string | undefined): string {
  return referer && URL.canParse(referer) ? new URL(referer).host.slice(0, 255) : '';
}

/** The click of a request, without address and user agent. */
export function clickOf(
  { visitors, countryOf }: Pick<RedirectParts, 'visitors' | 'countryOf'>,
  { member, link }: LiveLink,
  sent: LinkRequest,
  { source, qr, quiet }: { source: string; qr: boolean; quiet: boolean },
): NewClick {
  const agent = cutAgent(sent.headers['user-agent'] ?? '');
  const known = { link: link.id, word: classifyRequest(sent), qr };
  const own = visitors.isOf(member, source, agent);
  if (quiet) return { ...known, ...visitors.anonymous(member), referrer: '', device: 'other', own };
  const referrer = refererHost(sent.headers.referer);
  const details = { referrer, device: deviceOfAgent(agent), own, country: countryOf(source) };
  return { ...known, ...visitors.of(source, agent, link.id, member), ...details };
}

/** Answers a request for a link; false if the request is for something else. */
export function answerLink(
  parts: RedirectParts,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const path = pathOf(request.url ?? '') ?? namedPath(parts.links, request.url ?? '');
  if (!path || !parts.isOurHost(request.headers.host ?? '')) return false;
  const source = parts.sourceOf(request);
  if (!mayFollow(parts, source)) busy(response, 429);
  else if (parts.pace.isFull) busy(response);
  else
    answerSoon(parts, { ...path, source }, request, response).catch(() => {
      // For example, the day's salt could not be made: a click that cannot be recorded is not redirected.
      if (response.headersSent) response.destroy();
      else busy(response);
    });
  return true;
}

/** The path of a link by its name; null if no link has that name, so the request is for something else. */
function namedPath(links: Links, url: string): Path | null {
  const named = namedIn(url);
  const id = named ? links.named(named.name) : undefined;
  return named && id !== undefined ? { id, qr: named.qr } : null;
}

function mayFollow({ limits, isLocalOpen }: RedirectParts, source: string): boolean {
  return (isLocalOpen && isThisMachine(source)) || limits.take(networkOf(source).own);
}

/** A request for a link, and the client's address. */
interface LinkHit {
  readonly id: string;
  readonly qr: boolean;
  readonly source: string;
}

async function answerSoon(
  parts: RedirectParts,
  { id, qr, source }: LinkHit,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await parts.pace.enter();
  const known = parts.links.get(id);
  const live = known ?? (await parts.links.soon(id, networkOf(source).own));
  if (live) return answer(parts, live, { qr, source }, request, response);
  sendPage(request, response, 404, deadEnd(request.headers['accept-language'] ?? '', 'unknown'));
}

async function answer(
  parts: RedirectParts,
  live: LiveLink,
  { qr, source }: Omit<LinkHit, 'id'>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { link, url } = live;
  if (url === '' || link.paused || (link.until > 0 && link.until <= parts.now()))
    return sendPage(request, response, 410, deadEnd(request.headers['accept-language'] ?? '', 'over'));
  if (parts.clicks.isFull) return busy(response);
  const sent = requestOf(request);
  const quiet = isQuiet(sent) || isMarked(request.url ?? '');
  const click = clickOf(parts, live, sent, { source, qr, quiet });
  try {
    await parts.clicks.append(click);
  } catch {
    // Unrecorded clicks are not redirected; the visitor tries again and is counted once.
    return busy(response);
  }
  if (click.word === 'preview')
    return sendPage(request, response, 200, card({ url, title: link.title, picture: link.picture }));
  response.writeHead(302, { ...HEADERS, Location: url, 'Content-Length': 0 }).end();
}

function sendPage(request: IncomingMessage, response: ServerResponse, status: number, page: string): void {
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
