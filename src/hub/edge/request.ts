import type { IncomingMessage } from 'node:http';
import { canonicalHost, targetOf } from './hosts.ts';

/** Longest value of a header that anything looks at, characters, and longest address. */
const MOST_VALUE = 1000;
const MOST_URL = 8000;

/** Lists that grow at their end, of which the end is what counts; who reads them cuts them there. */
const LISTS: ReadonlySet<string> = new Set(['x-forwarded-for', 'forwarded']);

/** The status that a request is refused with before anything of ours reads it. */
export type Unfit = 400 | 414 | 421;

/**
 * Bounds what a request says of itself, once for all who read it: the values of its headers, and the address it asks for,
 * which a proxy may have written whole or with a doubled slash. Answers with a status where that is too long for any of ours,
 * or no path, or of another host or of none; null where it is fit to be answered.
 */
export function boundRequest(request: IncomingMessage, isOurHost: (host: string) => boolean): Unfit | null {
  const { headers, rawHeaders } = request;
  for (let at = 1; at < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = [rawHeaders[at - 1], rawHeaders[at]];
    if (value.length > MOST_VALUE) cut(headers, rawHeaders, { name: name.toLowerCase(), at });
  }
  const { host, path } = targetOf(request.url ?? '');
  // An address that ends with its host is that of the first page.
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
