import type { IncomingMessage } from 'node:http';
import { canonicalHost, targetOf } from './hosts.ts';

/** The longest header value that anything reads, and the longest URL, characters. */
const MOST_VALUE = 1000;
const MOST_URL = 8000;

/** Lists of proxies, of which the end counts; they are cut from the front where they are read. */
const LISTS: ReadonlySet<string> = new Set(['x-forwarded-for', 'forwarded']);

/** The status of a request that is refused before any of our routes reads it. */
export type Unfit = 400 | 414 | 421;

/**
 * Normalises a request once for all routes: cuts long header values, and turns its target, which a proxy may send as a
 * whole URL or with a doubled slash, into a path. Answers with a status if that is too long, no path, or of another host or
 * none; null if the request can be served.
 */
export function boundRequest(request: IncomingMessage, isOurHost: (host: string) => boolean): Unfit | null {
  const { headers, rawHeaders } = request;
  for (let at = 1; at < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = [rawHeaders[at - 1], rawHeaders[at]];
    if (value.length > MOST_VALUE) cut(headers, rawHeaders, { name: name.toLowerCase(), at });
  }
  const { host, path } = targetOf(request.url ?? '');
  // A URL that ends after its host names the start page.
  const target = host === null || path.startsWith('/') ? path : `/${path}`;
  request.url = target;
  if (headers.host !== undefined) headers.host = canonicalHost(headers.host);
  const isNamed = headers.host !== undefined || request.httpVersionMinor === 0;
  if (!target.startsWith('/') || !isNamed) return 400;
  if (path.length > MOST_URL) return 414;
  return host === null || isOurHost(host) ? null : 421;
}

function cut(
  headers: IncomingMessage['headers'],
  rawHeaders: string[],
  { name, at }: { name: string; at: number },
): void {
  if (LISTS.has(name)) return;
  rawHeaders[at] = rawHeaders[at]?.slice(0, MOST_VALUE) ?? '';
  const joined = Object.hasOwn(headers, name) ? headers[name] : undefined;
  if (typeof joined === 'string') headers[name] = joined.slice(0, MOST_VALUE);
}
