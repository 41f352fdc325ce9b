const HOST = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

/** The host in what a person types for "my instance": a host, an address, @me@host or me@host. */
function hostPart(typed: string): string {
  const text = typed.trim();
  if (/^https?:\/\//i.test(text)) return text;
  const handle = /^@?[\w.-]+@([^@/]+)$/.exec(text);
  return `https://${handle?.[1] ?? text}`;
}

/**
 * An instance's host from a host, an address or a full handle; IDN hosts in Punycode. Null where it is invalid:
 * no dot, an IP address, a port, a password, another scheme.
 */
export function normaliseInstance(typed: string): string | null {
  const address = hostPart(typed);
  if (/\s/.test(address) || !URL.canParse(address)) return null;
  const { hostname, port, username, password } = new URL(address);
  if (port !== '' || username !== '' || password !== '') return null;
  return HOST.test(hostname) ? hostname : null;
}
