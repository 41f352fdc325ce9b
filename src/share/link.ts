import { saysWho } from '../post/tracking-parameters.ts';
import { type Address, parseAddress, readPair, writeAddress } from './address.ts';
import type { Channel } from './channels/channel.ts';
import { isUsual, LABELS, type Labels } from './labels/labels.ts';
import { slug } from './slug.ts';
import { isCodeInLink } from './tracking-code.ts';

/** Our longest link, in characters; some servers and mail programs stop at 2,000. */
export const MAX_LINK = 1800;
/** Parameter names for our code: the first that is free in the address. The last is ours alone. */
const CODE_NAMES = ['ref', 'musubi_ref'] as const;

/** The order in which labels are written. */
const WRITTEN = ['source', 'medium', 'campaign', 'term', 'content'] as const;

export type Tracked = { ok: true; url: string } | { ok: false; reason: 'scheme' | 'invalid' | 'too-long' };

export interface Tracking {
  target: string;
  channel: Pick<Channel, 'utmSource' | 'medium' | 'maxLink'>;
  campaign?: string;
  content?: string;
  /** The labels that the person chose; an empty one takes the usual value. */
  chosen?: Labels | undefined;
  /** The person's tracking code; empty for a preview before they have one. */
  code: string;
  /** False: no `utm_*` labels. */
  labels?: boolean;
}

function isOurs(pair: string, code: string): boolean {
  const { name, value } = readPair(pair);
  if (name === 'musubi_ref') return true;
  return name === 'ref' && (isCodeInLink(value) || (code !== '' && value === code));
}

/** The parameters of a fragment without trackers; a fragment that is an anchor stays as it is. */
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

/**
 * End of the labels that follow a code of ours directly: chosen labels do, so that they are recognised as ours
 * later.
 */
export function labelsEnd(names: readonly string[], code: number): number {
  const end = names.findIndex((name, at) => at > code && !isLabel(name));
  return end < 0 ? names.length : end;
}

/** The parameters without our code and the labels chosen with it. */
function withoutOurs(query: readonly string[], code: string): string[] {
  const names = query.map((pair) => readPair(pair).name);
  let end = 0;
  return query.filter((pair, at) => {
    if (isOurs(pair, code)) end = labelsEnd(names, at);
    return at >= end;
  });
}

/** Removes click ids and Musubi codes: they name the earlier sharer, not this one. */
function cleaned(address: Address, code = ''): Address {
  const host = new URL(address.base).hostname;
  const query = withoutOurs(address.query, code).filter((pair) => !saysWho(readPair(pair).name, host));
  return { ...address, query, fragment: cleanedFragment(address.fragment, host) };
}

/** Parameter names that carry signatures of storage services: such an address must not change at all. */
const SIGNATURES = new Set(
  'x-amz-signature x-goog-signature x-oss-signature x-cos-signature x-tos-signature x-ms-signature q-signature signature sig hdnea hdnts __token__ auth_key security-token'.split(
    ' ',
  ),
);

function isSignedAddress({ query }: Address): boolean {
  const names = new Set(query.map((pair) => readPair(pair).name));
  // Short names mean a signature only beside an expiry.
  const expires = [...names].some((name) =>
    /^(?:se|exp|expires|expiry|x-amz-expires|x-goog-expires|.*-expires)$/.test(name),
  );
  return [...names].some(
    (name) => SIGNATURES.has(name) && (name.includes('-') || name.includes('_') || expires),
  );
}

/** Whether an address is signed: it works for a limited time and only unchanged. */
export function isSigned(target: string): boolean {
  const parsed = parseAddress(target);
  return parsed.ok && isSignedAddress(parsed.address);
}

/**
 * The target without click ids (fbclid, gclid …), Musubi codes, user and password; everything else in its
 * original spelling. Refuses other schemes than http(s).
 */
export function cleanTarget(target: string): Tracked {
  const parsed = parseAddress(target);
  if (!parsed.ok) return parsed;
  const { address } = parsed;
  return { ok: true, url: writeAddress(isSignedAddress(address) ? address : cleaned(address)) };
}

/** The usual labels of a share. */
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

/** Names of labels that the address has by itself: they belong to its owner and stay. */
export function ownLabels(target: string): string[] {
  const parsed = parseAddress(target);
  if (!parsed.ok) return [];
  const names = cleaned(parsed.address).query.map((pair) => readPair(pair).name);
  return [...new Set(names.filter(isLabel))];
}

/**
 * The target with our labels and the person's code: utm_source, utm_medium, utm_campaign, utm_term,
 * utm_content, ref. Chosen labels follow the code.
 *
 * - A utm label of the target stays: it is its owner's.
 * - A `ref` that is no Musubi code stays: it may be a branch, a page or an affiliate, and replacing it would
 * break the page or take somebody's credit. Our code then goes into `musubi_ref`.
 * - A `ref` that is a Musubi code is replaced: the next click comes from this sharer.
 * - A signed address stays unchanged, without labels and code.
 *
 * Idempotent. At most 1,800 characters, or the network's own limit if lower.
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
