import { saysWho } from '../post/tracking-parameters.ts';
import { type Address, parseAddress, readPair, writeAddress } from './address.ts';
import type { Channel } from './channels/channel.ts';
import { isUsual, LABELS, type Labels } from './labels/labels.ts';
import { slug } from './slug.ts';
import { isCodeInLink } from './tracking-code.ts';

/** Longest link we make, in characters; some servers and mail programs stop at 2,000. */
export const MAX_LINK = 1800;
/** Where our code goes: the first name that nobody else uses in this address. The last is our own alone. */
const CODE_NAMES = ['ref', 'musubi_ref'] as const;

/** Labels in the order in which they are written. */
const WRITTEN = ['source', 'medium', 'campaign', 'term', 'content'] as const;

export type Tracked = { ok: true; url: string } | { ok: false; reason: 'scheme' | 'invalid' | 'too-long' };

export interface Tracking {
  target: string;
  channel: Pick<Channel, 'utmSource' | 'medium' | 'maxLink'>;
  campaign?: string;
  content?: string;
  /** What the person chose for its labels; an empty one is as it usually is. */
  chosen?: Labels | undefined;
  /** The person's tracking code; empty for a link shown before the person has one. */
  code: string;
  /** False: no `utm_*` labels. */
  labels?: boolean;
}

function isOurs(pair: string, code: string): boolean {
  const { name, value } = readPair(pair);
  if (name === 'musubi_ref') return true;
  return name === 'ref' && (isCodeInLink(value) || (code !== '' && value === code));
}

/** The parameters of a fragment without those that say who shared; a place on the page stays as it is. */
function cleanedFragment(fragment: string, host: string): string {
  const [front = '', query = ''] = /^#[!/]/.test(fragment)
    ? fragment.split(/(?<=\?)(.*)/s)
    : ['#', fragment.slice(1)];
  const pairs = query.split('&');
  const left = pairs.filter((pair) => !pair.includes('=') || !saysWho(readPair(pair).name, host));
  if (left.length === pairs.length) return fragment;
  return `${front}${left.join('&')}`.replace(/[#?]$/, '');
}

export const isLabel = (name: string): boolean => LABELS.some((label) => name === `utm_${label}`);

/** Where the labels end that stand right behind a code of ours: chosen ones do, so that they are known for ours later. */
export function labelsEnd(names: readonly string[], code: number): number {
  const end = names.findIndex((name, at) => at > code && !isLabel(name));
  return end < 0 ? names.length : end;
}

/** The parameters without a code of ours and without labels that were chosen with it. */
function withoutOurs(query: readonly string[], code: string): string[] {
  const names = query.map((pair) => readPair(pair).name);
  let end = 0;
  return query.filter((pair, at) => {
    if (isOurs(pair, code)) end = labelsEnd(names, at);
    return at >= end;
  });
}

/** What says who shared or clicked goes, and so does a Musubi code: it names who shared that link, not this one. */
function cleaned(address: Address, code = ''): Address {
  const host = new URL(address.base).hostname;
  const query = withoutOurs(address.query, code).filter((pair) => !saysWho(readPair(pair).name, host));
  return { ...address, query, fragment: cleanedFragment(address.fragment, host) };
}

/** Names under which stores of files have signatures of an address: nothing of it may change. */
const SIGNATURES = new Set(
  'x-amz-signature x-goog-signature x-oss-signature x-cos-signature x-tos-signature x-ms-signature q-signature signature sig hdnea hdnts __token__ auth_key security-token'.split(
    ' ',
  ),
);

function isSignedAddress({ query }: Address): boolean {
  const names = new Set(query.map((pair) => readPair(pair).name));
  // Short names mean a signature where something beside them says until when it holds.
  const expires = [...names].some((name) =>
    /^(?:se|exp|expires|expiry|x-amz-expires|x-goog-expires|.*-expires)$/.test(name),
  );
  return [...names].some(
    (name) => SIGNATURES.has(name) && (name.includes('-') || name.includes('_') || expires),
  );
}

/** Whether an address is signed by who gave it out: it works for some time, and only as it is. */
export function isSigned(target: string): boolean {
  const parsed = parseAddress(target);
  return parsed.ok && isSignedAddress(parsed.address);
}

/**
 * The target without click identifiers (fbclid, gclid …), without a Musubi code and without user and password;
 * everything else as it was spelled. Refuses what is not http(s).
 */
export function cleanTarget(target: string): Tracked {
  const parsed = parseAddress(target);
  if (!parsed.ok) return parsed;
  const { address } = parsed;
  return { ok: true, url: writeAddress(isSignedAddress(address) ? address : cleaned(address)) };
}

/** What its labels usually say. */
export function usualLabels({ channel, campaign = '', content = '' }: Tracking): Labels {
  const [source, medium] = [slug(channel.utmSource), slug(channel.medium)];
  return { source, medium, campaign: slug(campaign), term: '', content: slug(content) };
}

function labels(tracking: Tracking): [name: string, value: string][] {
  if (tracking.labels === false) return [];
  const usual = usualLabels(tracking);
  return WRITTEN.map((name) => [`utm_${name}`, tracking.chosen?.[name] || usual[name]]);
}

function ours(tracking: Tracking, taken: ReadonlySet<string>): string[] {
  const wanted = labels(tracking).filter(([name, value]) => value !== '' && !taken.has(name));
  const name = CODE_NAMES.find((candidate) => !taken.has(candidate));
  const code: [string, string][] = name && tracking.code !== '' ? [[name, tracking.code]] : [];
  const all = tracking.chosen && !isUsual(tracking.chosen) ? [...code, ...wanted] : [...wanted, ...code];
  return all.map(([key, value]) => `${key}=${encodeURIComponent(value.toWellFormed())}`);
}

/** Labels that an address has by itself: they are its owner's, and stay. */
export function ownLabels(target: string): string[] {
  const parsed = parseAddress(target);
  if (!parsed.ok) return [];
  const names = cleaned(parsed.address).query.map((pair) => readPair(pair).name);
  return [...new Set(names.filter(isLabel))];
}

/**
 * The target with our labels and the person's code: utm_source, utm_medium, utm_campaign, utm_term, utm_content, ref. Labels
 * that the person chose follow the code.
 *
 * - A utm label that the target already carries stays: it is its owner's.
 * - A `ref` that is no Musubi code stays and is never replaced: it may be a branch, a page or an affiliate's name,
 *   and taking that place would break the page or take somebody's credit. Our code then goes into `musubi_ref`.
 * - A `ref` that is a Musubi code is replaced: whoever shares now is whom the next click comes from.
 *
 * - A signed address stays as it is, without labels and code.
 *
 * Doing it twice changes nothing. At most 1,800 characters, or the network's own limit where that is lower.
 */
export function trackedLink(tracking: Tracking): Tracked {
  const parsed = parseAddress(tracking.target);
  if (!parsed.ok) return parsed;
  if (isSignedAddress(parsed.address)) return fitting(writeAddress(parsed.address), tracking);
  const address = cleaned(parsed.address, tracking.code);
  const taken = new Set(address.query.map((pair) => readPair(pair).name));
  const url = writeAddress({ ...address, query: [...address.query, ...ours(tracking, taken)] });
  return fitting(url, tracking);
}

function fitting(url: string, { channel }: Tracking): Tracked {
  const max = Math.min(MAX_LINK, channel.maxLink ?? MAX_LINK);
  return url.length > max ? { ok: false, reason: 'too-long' } : { ok: true, url };
}
