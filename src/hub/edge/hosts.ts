/** A name or a number of a machine, in lower case. */
const NAME = /^(?:[a-z0-9_](?:[a-z0-9_.-]{0,253}[a-z0-9_])?|\[[0-9a-f:.]{2,45}\])$/;

/** Longest name with its port, characters. */
const MOST = 300;

/** The name in a `Host` header, in lower case, without port and final dot. Empty if it has none. */
export function hostIn(header: string): string {
  if (header.length > MOST) return '';
  const name = header
    .trim()
    .toLowerCase()
    .replace(/:\d{0,5}$/, '')
    .replace(/\.$/, '');
  return NAME.test(name) ? name : '';
}

/** A `Host` header as the URL Standard writes it; unchanged if it holds no host. */
export function canonicalHost(header: string): string {
  if (/^[a-z0-9.-]*[a-z0-9](?::\d+)?$/.test(header)) return header;
  const name = hostIn(header);
  return name === '' ? header : `${name}${/:\d{1,5}\s*$/.exec(header)?.[0].trim() ?? ''}`;
}

/**
 * Names under which the hub answers: those of its addresses, those that its proxies use, and this machine's own. Ports are
 * ignored: proxies and containers change them, and DNS rebinding is recognised by the name alone.
 */
export function namesOf(addresses: readonly string[], also: readonly string[]): ReadonlySet<string> {
  const own = addresses.map((address) => hostIn(new URL(address).host));
  return new Set([...own, ...also, 'localhost', '127.0.0.1', '[::1]']);
}

/**
 * The hub's own hosts, which are no valid link targets: those of its addresses, without a final dot, and further names that
 * it answers under, at a scheme's own port.
 */
export function hostsOf(
  addresses: readonly string[],
  also: readonly string[],
  port: number,
): ReadonlySet<string> {
  const named = addresses.map((address) => new URL(address).host.replace(/\.(?=:|$)/, ''));
  return new Set([...named, ...also, `localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`]);
}

/** The host and path of a request line: a proxy may send a whole URL, or double the slash at the beginning. */
export function targetOf(url: string): { readonly host: string | null; readonly path: string } {
  const [, host = null, rest = url] = /^https?:\/\/([^/?#]{1,300})(.*)$/is.exec(url) ?? [];
  return { host, path: rest.replace(/^\/{2,}/, '/') };
}
