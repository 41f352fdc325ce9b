import { TOP_LEVEL, TOP_LEVEL_ELSEWHERE } from './top-level-domains.ts';

/**
 * Where X links addresses in a text, by twitter-text's rules in one pass: its own patterns backtrack badly. An
 * address without a scheme counts where it starts a word and has a known top-level domain.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const LATIN =
  '\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0253\\u0254\\u0256\\u0257\\u0259\\u025b\\u0263\\u0268\\u026f\\u0272\\u0289\\u028b\\u02bb\\u0300-\\u036f\\u1e00-\\u1eff';
const MARKS = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';
/** Characters of host names and dots: everything but ASCII punctuation, spaces and directional marks. */
const RUN = new RegExp(
  `[^!'#%&()*+,\\\\/:;<=>?@[\\]^{|}~$\\s\\x85\\u180e\\ufffe\\ufeff\\uffff${MARKS}]+`,
  'g',
);
const SCHEME = /https?:\/\/$/i;
const BEFORE = new RegExp(`[^A-Za-z0-9@＠$#＃\\ufffe\\ufeff\\uffff]|[${MARKS}]`);
const JOINED = /[-_./]/;
const PATH = new RegExp(`[a-z\\u0400-\\u04ff0-9!*';:=+,.$/%#[\\]\\-\\u2013_~@|&${LATIN}]`, 'i');
const PATH_END = new RegExp(`[+\\-a-z\\u0400-\\u04ff0-9=_#/${LATIN}]`, 'i');
const QUERY = /[a-z0-9!?*'@();:&=+$/%#[\]\-_.,~|]/i;
const QUERY_END = /[a-z0-9\-_&=#/]/i;
/** ASCII labels, each with its dot. */
const ASCII = new RegExp(`(?:[-a-z0-9${LATIN}]+\\.)+`, 'gi');
/** Longest label and longest address that X accepts. */
const MOST_LABEL = 63;
const MOST_ADDRESS = 4096;
const MOST_SHORT = 40;
/** Most positions tried in one run: a hostile text is counted slightly less exactly. */
const MOST_STARTS = 20;

const isSubdomain = (label: string) => label !== '' && !/^[_-]|[_-]$/.test(label);
const isName = (label: string) => isSubdomain(label) && !label.includes('_');

/** Length of the top-level domain at the start of a label, with `after` behind the label; 0 for none. */
function topLevel(label: string, after: string): number {
  const [ascii = ''] = /^[a-z0-9]*/i.exec(label) ?? [];
  const ends = (length: number) => !/[0-9a-z@+-]/i.test(label.charAt(length) || after);
  if (TOP_LEVEL.has(ascii.toLowerCase()) && ends(ascii.length)) return ascii.length;
  if (/^xn--[-0-9a-z]/i.test(label)) return (/^xn--[-0-9a-z]+/i.exec(label) ?? [''])[0].length;
  const other = TOP_LEVEL_ELSEWHERE.filter((name) => label.startsWith(name) && ends(name.length));
  return Math.max(0, ...other.map((name) => name.length));
}

/** An unlisted domain counts with a scheme: reserved for examples, or newer than the list. */
const isUnlisted = (label: string, after: string) => /^[a-z]{2,}$/i.test(label) && !/[@+:-]/.test(after);

/** End of the host at the start of a run, as X reads it; 0 for none. */
function hostEnd(run: string, after: string, schemed: boolean): number {
  const labels = run.split('.');
  let at = 0;
  let end = 0;
  for (const [n, label] of labels.entries()) {
    const behind = n === labels.length - 1 ? after : '.';
    if (n > 0 && isName(labels[n - 1] ?? '')) {
      const length = topLevel(label, behind);
      if (length > 0) end = at + length;
      else if (schemed && end === 0 && n === labels.length - 1 && isUnlisted(label, behind))
        end = at + label.length;
    }
    if (!isSubdomain(label)) break;
    at += label.length + 1;
  }
  return end;
}

function encodedLength(label: string): number {
  if (/^[\0-\x7f]*$/.test(label)) return label.length;
  const address = `https://${label}.com`;
  return URL.canParse(address) ? new URL(address).hostname.length - 4 : label.length;
}

function isHost(host: string): boolean {
  if (/^xn--/.test(host) && !/^[\0-\x7f]*$/.test(host)) return false;
  return host.split('.').every((label) => encodedLength(label) <= MOST_LABEL);
}

function whole(text: string, from: number, is: RegExp): number {
  let at = from;
  while (at < text.length && is.test(text.charAt(at))) at += 1;
  return at;
}

/** Position after a bracket that has its partner, with one nested pair at most; 0 for none. */
function bracketEnd(text: string, from: number): number {
  const open = whole(text, from + 1, PATH);
  if (text.charAt(open) === ')') return open > from + 1 ? open + 1 : 0;
  if (text.charAt(open) !== '(') return 0;
  const inner = whole(text, open + 1, PATH);
  if (inner === open + 1 || text.charAt(inner) !== ')') return 0;
  const outer = whole(text, inner + 1, PATH);
  return text.charAt(outer) === ')' ? outer + 1 : 0;
}

/** End of a path that starts at the slash `from`, without trailing punctuation. */
function pathEnd(text: string, from: number): number {
  let end = from + 1;
  for (let at = end; at < text.length; ) {
    const bracket = text.charAt(at) === '(' ? bracketEnd(text, at) : 0;
    if (bracket === 0 && !PATH.test(text.charAt(at))) break;
    // An @ cannot end a path, but a slash after it can.
    if (bracket > 0 || PATH_END.test(text.charAt(at))) end = bracket || at + 1;
    at = bracket || at + 1;
  }
  return end;
}

function queryEnd(text: string, from: number): number {
  if (text.charAt(from) !== '?') return from;
  const last = whole(text, from + 1, QUERY);
  for (let at = last; at > from + 1; at -= 1) if (QUERY_END.test(text.charAt(at - 1))) return at;
  return from;
}

/** End of the ASCII name that these labels start with; 0 for none. */
function nameEnd(labels: readonly string[]): number {
  let end = 0;
  let at = 0;
  for (const [n, label] of labels.entries()) {
    const length = n > 0 ? topLevel(label, n === labels.length - 1 ? '' : '.') : 0;
    if (length > 0) end = at + length;
    at += label.length + 1;
  }
  return end;
}

/** The ASCII hosts within a host without a scheme: CJK text around them is not linked. */
function asciiHosts(host: string): Span[] {
  return Array.from(host.matchAll(ASCII), ({ 0: front, index: start }) => {
    const [last = ''] = host.slice(start + front.length).split('.', 1);
    const end = nameEnd([...front.split('.').slice(0, -1), last]);
    return { start, end: start + end };
  }).filter(({ start, end }) => end > start);
}

/** X's own short links end with their id, and are no links where that is too long. */
function shortEnd(url: string): number | null {
  const name = /^https?:\/\/t\.co\/([a-z0-9]+)/i.exec(url);
  if (!name) return url.length;
  if ((name[1] ?? '').length > MOST_SHORT) return null;
  return queryEnd(url, name[0].length);
}

interface Start {
  readonly at: number;
  readonly scheme: string;
  /** Joined to the text before it: consumed as an address, but not a link. */
  readonly joined: boolean;
}

/**
 * Where an address may start in a run: at its beginning, else after the first character that is no ASCII word
 * character. `from`: end of the address before, whose last character cannot start another. Null for nowhere.
 */
function startIn(text: string, at: number, run: string, from: number): Start | null {
  const scheme = SCHEME.exec(text.slice(Math.max(from, at - 8), at))?.[0] ?? '';
  const front = at - scheme.length;
  const before = text.charAt(front - 1);
  if (front === 0 || (front > from && BEFORE.test(before)))
    return { at, scheme, joined: scheme === '' && JOINED.test(before) };
  return nextStart(at, run, 0);
}

/** The next possible start in a run, from `offset` on. */
function nextStart(at: number, run: string, offset: number): Start | null {
  const inside = run.slice(offset).search(BEFORE);
  if (inside < 0) return null;
  const behind = offset + inside;
  return { at: at + behind + 1, scheme: '', joined: JOINED.test(run.charAt(behind)) };
}

/** The first address in a run. */
function autolinkIn(text: string, at: number, run: string, from: number): Linked | null {
  let start = startIn(text, at, run, from);
  for (let tries = 0; start && tries < MOST_STARTS; tries += 1) {
    const offset = start.at - at;
    const linked = spansAt(text, start, run.slice(offset));
    if (linked) return linked;
    start = nextStart(at, run, offset);
  }
  return null;
}

/** After a host: its port, path and query. `path`: whether it has one. */
function restEnd(text: string, from: number): { end: number; hasPath: boolean } {
  const port = text.charAt(from) === ':' ? whole(text, from + 1, /[0-9]/) : from;
  const host = port > from + 1 ? port : from;
  const path = text.charAt(host) === '/' ? pathEnd(text, host) : host;
  return { end: queryEnd(text, path), hasPath: path > host };
}

interface Linked {
  readonly spans: Span[];
  /** Where the next address may start. */
  readonly end: number;
}

/** The links in a run of host characters and what follows it; null where there is no address. */
function spansAt(text: string, { at, scheme, joined }: Start, run: string): Linked | null {
  const length = hostEnd(run, text.charAt(at + run.length), scheme !== '');
  if (length === 0) return null;
  const host = run.slice(0, length);
  const start = at - scheme.length;
  const { end, hasPath } = restEnd(text, at + length);
  if (joined || !isHost(host) || end - start > MOST_ADDRESS) return { spans: [], end };
  if (scheme !== '') {
    const length = shortEnd(text.slice(start, end));
    return { spans: length === null ? [] : [{ start, end: start + length }], end };
  }
  const hosts = asciiHosts(host).map((one) => ({ start: at + one.start, end: at + one.end }));
  const last = hosts.at(-1);
  if (last && hasPath) hosts[hosts.length - 1] = { start: last.start, end };
  return { spans: hosts, end };
}

/** Every link that X makes of a text, in order. */
export function linkedByX(text: string): Span[] {
  const found: Span[] = [];
  const runs = new RegExp(RUN);
  let from = 0;
  for (let match = runs.exec(text); match; match = runs.exec(text)) {
    const [run] = match;
    const linked = run.includes('.') ? autolinkIn(text, match.index, run, from) : null;
    if (!linked) continue;
    found.push(...linked.spans);
    from = linked.end;
    runs.lastIndex = from;
  }
  return found;
}

/** The text with every link of X replaced. */
export function replaceLinked(text: string, by: string): string {
  let written = '';
  let at = 0;
  for (const { start, end } of linkedByX(text)) {
    written += text.slice(at, start) + by;
    at = end;
  }
  return written + text.slice(at);
}
