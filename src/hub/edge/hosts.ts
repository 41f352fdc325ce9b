/** A name or a number of a machine, in lower case. */
const NAME = /^(?:[a-z0-9_](?:[a-z0-9_.-]{0,253}[a-z0-9_])?|\[[0-9a-f:.]{2,45}\])$/;

/** Longest name with its port, characters. */
const MOST = 300;

/** The name in a `Host` header: without its port, its capitals and the dot at its end. Empty where it holds none. */
export function hostIn(header: string): string {
  if (header.length > MOST) return '';
  const name = header
    .trim()
    .toLowerCase()
    .replace(/:\d{0,5}$/, '')
    .replace(/\.$/, '');
  return NAME.test(name) ? name : '';
}

/** A `Host` header as the URL Standard writes it; as it is where it holds no host. */
export function canonicalHost(header: string): string {
  if (/^[a-z0-9.-]*[a-z0-9](?::\d+)?$/.test(header)) return header;
  const name = hostIn(header);
  return name === '' ? header : `${name}${/:\d{1,5}\s*$/.exec(header)?.[0].trim() ?? ''}`;
}

/**
 * Names under which the hub answers: those of its addresses, those that its proxies call it by, and this machine's own. The
 * port does not count: proxies and containers change it, and a site that points its own name at this machine keeps that name.
 */
export function namesOf(addresses: readonly string[], also: readonly string[]): ReadonlySet<string> {
  const own = addresses.map((address) => hostIn(new URL(address).host));
  return new Set([...own, ...also, 'localhost', '127.0.0.1', '[::1]']);
}

/** Hosts to which no link leads, as an address names them: the hub itself. */
export function hostsOf(addresses: readonly string[], port: number): ReadonlySet<string> {
  const named = addresses.map((address) => new URL(address).host);
  return new Set([...named, `localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`]);
}

/** What of a request line is asked for: a proxy may name the whole address, or double the slash at its beginning. */
export function targetOf(url: string): { readonly host: string | null; readonly path: string } {
  const [, host = null, rest = url] = /^https?:\/\/([^/?#]{1,300})(.*)$/is.exec(url) ?? [];
  return { host, path: rest.replace(/^\/{2,}/, '/') };
}
