/** An http(s) address split up without re-encoding its query. `query` has the parameters as written. */
export interface Address {
  /** Scheme, host and path, ASCII: the host in Punycode, the path percent-encoded. */
  base: string;
  query: string[];
  /** With its `#`, or empty. */
  fragment: string;
}
export type Parsed = { ok: true; address: Address } | { ok: false; reason: 'scheme' | 'invalid' };

/** Strips what a browser strips before parsing (URL Standard 4.4: C0 controls, spaces, tabs, newlines). */
function stripped(text: string): string {
  return text.replace(/^[\0- ]+|(?<![\0- ])[\0- ]+$/g, '').replace(/[\t\n\r]/g, '');
}

/** Leaves ASCII byte for byte. The characters encoded here are those at which networks end a link in running text. */
function ascii(part: string): string {
  return part.toWellFormed().replace(/[^\x21-\x7e]|["<>`{}^\\]/gu, (char) => encodeURIComponent(char));
}

function after(text: string, mark: string): [before: string, after: string | null] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}

/**
 * Parses an address. Drops user and password: the page is the same, and a link must not carry a password. Drops
 * empty parameters.
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

/** Serialises the address, fragment last. */
export function writeAddress({ base, query, fragment }: Address): string {
  return `${base}${query.length > 0 ? `?${query.join('&')}` : ''}${fragment}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    // A stray % is legal in a query and stands for itself.
    return part;
  }
}

/** Decoded name and value of a parameter; the name in lowercase, for comparison only. */
export function readPair(pair: string): { name: string; value: string } {
  const [name, value] = after(pair, '=');
  return { name: decoded(name).toLowerCase(), value: decoded(value ?? '') };
}
