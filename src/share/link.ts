import { type Address, parseAddress, readPair, writeAddress } from './address.ts';
import type { Channel } from './channels/channel.ts';
import { CLUTTER } from './clutter.ts';
import { isCodeInLink } from './code.ts';
import { slug } from './slug.ts';

/** Longest link we make, in characters; some servers and mail programs stop at 2,000. */
export const MAX_LINK = 1800;
/** Where our code goes: the first name that nobody else uses in this address. The last is our own alone. */
const CODE_NAMES = ['ref', 'musubi_ref'] as const;

export type Tracked = { ok: true; url: string } | { ok: false; reason: 'scheme' | 'invalid' | 'too-long' };

export interface Tracking {
  target: string;
  channel: Pick<Channel, 'utmSource' | 'medium' | 'maxLink'>;
  campaign?: string;
  content?: string;
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

/** Clutter goes, and so does a Musubi code: it names who shared that link, not this one. */
function cleaned(address: Address, code = ''): Address {
  const query = address.query.filter((pair) => !CLUTTER.has(readPair(pair).name) && !isOurs(pair, code));
  return { ...address, query };
}

/**
 * The target without click identifiers (fbclid, gclid …), without a Musubi code and without user and password;
 * everything else as it was spelled. Refuses what is not http(s).
 */
export function cleanTarget(target: string): Tracked {
  const parsed = parseAddress(target);
  return parsed.ok ? { ok: true, url: writeAddress(cleaned(parsed.address)) } : parsed;
}

function labels(tracking: Tracking): [name: string, value: string][] {
  const { channel, campaign = '', content = '' } = tracking;
  if (tracking.labels === false) return [];
  return [
    ['utm_source', slug(channel.utmSource)],
    ['utm_medium', slug(channel.medium)],
    ['utm_campaign', slug(campaign)],
    ['utm_content', slug(content)],
  ];
}

function ours(tracking: Tracking, taken: ReadonlySet<string>): string[] {
  const wanted = labels(tracking).filter(([name, value]) => value !== '' && !taken.has(name));
  const name = CODE_NAMES.find((candidate) => !taken.has(candidate));
  if (name && tracking.code !== '') wanted.push([name, tracking.code]);
  return wanted.map(([key, value]) => `${key}=${encodeURIComponent(value.toWellFormed())}`);
}

/**
 * The target with our labels and the person's code: utm_source, utm_medium, utm_campaign, utm_content, ref.
 *
 * - A utm label that the target already carries stays: it is its owner's.
 * - A `ref` that is no Musubi code stays and is never replaced: it may be a branch, a page or an affiliate's name,
 *   and taking that place would break the page or take somebody's credit. Our code then goes into `musubi_ref`.
 * - A `ref` that is a Musubi code is replaced: whoever shares now is whom the next click comes from.
 *
 * Doing it twice changes nothing. At most 1,800 characters, or the network's own limit where that is lower.
 */
export function trackedLink(tracking: Tracking): Tracked {
  const parsed = parseAddress(tracking.target);
  if (!parsed.ok) return parsed;
  const address = cleaned(parsed.address, tracking.code);
  const taken = new Set(address.query.map((pair) => readPair(pair).name));
  const url = writeAddress({ ...address, query: [...address.query, ...ours(tracking, taken)] });
  const max = Math.min(MAX_LINK, tracking.channel.maxLink ?? MAX_LINK);
  return url.length > max ? { ok: false, reason: 'too-long' } : { ok: true, url };
}
