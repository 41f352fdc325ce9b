/** An http(s) address taken apart without re-spelling its query. `query` holds the parameters as they stood. */
export interface Address {
  /** Scheme, host and path, ASCII: the host in Punycode, the path percent-encoded. */
  base: string;
  query: string[];
  /** With its `#`, or empty. */
  fragment: string;
}
export type Parsed = { ok: true; address: Address } | { ok: false; reason: 'scheme' | 'invalid' };

/** What a browser takes off an address before reading it (URL Standard 4.4: C0 controls, spaces, tabs, newlines). */
function stripped(text: string): string {
  return text.replace(/^[\0- ]+|(?<![\0- ])[\0- ]+$/g, '').replace(/[\t\n\r]/g, '');
}

/** ASCII stays byte for byte; at what is percent-encoded here networks end a link in running text. */
function ascii(part: string): string {
  return part.toWellFormed().replace(/[^\x21-\x7e]|["<>`{}^\\]/gu, (char) => encodeURIComponent(char));
}

function after(text: string, mark: string): [before: string, after: string | null] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}

/**
 * Reads an address. User and password in it are left out: the page is the same one, and a password is no part of
 * a link. Empty segments between `&` are no parameters and are dropped.
 */
export function parseAddress(text: string): Parsed {
  const spelled = stripped(text);
  if (!URL.canParse(spelled)) return { ok: false, reason: 'invalid' };
  const url = new URL(spelled);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { ok: false, reason: 'scheme' };
  const [front, fragment] = after(spelled, '#');
  const [, query] = after(front, '?');
  return {
    ok: true,
    address: {
      base: ascii(url.origin + url.pathname),
      query: ascii(query ?? '')
        .split('&')
        .filter((pair) => pair !== ''),
      fragment: fragment ? `#${ascii(fragment)}` : '',
    },
  };
}

/** The address again, fragment last. */
export function writeAddress({ base, query, fragment }: Address): string {
  return `${base}${query.length > 0 ? `?${query.join('&')}` : ''}${fragment}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    // A stray % is legal in a query and means itself.
    return part;
  }
}

/** Name and value of one parameter, decoded; the name in lowercase, for comparing only. */
export function readPair(pair: string): { name: string; value: string } {
  const [name, value] = after(pair, '=');
  return { name: decoded(name).toLowerCase(), value: decoded(value ?? '') };
}
