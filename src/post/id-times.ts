const DAY = 86_400_000;
/** These sites are younger, so an earlier time means another layout. */
const FIRST = Date.UTC(2005, 0, 1);
const X_EPOCH = 1_288_834_974_657n;
const INSTAGRAM_EPOCH = 1_314_220_021_721n;
const MISSKEY_EPOCH = Date.UTC(2000, 0, 1);
/** Older ids of X and Instagram were sequential and would all give the same day. */
const COUNTED = 1n << 40n;

const TID = '234567abcdefghijklmnopqrstuvwxyz';
const SHORTCODE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function plausible(ms: number): number | null {
  return ms >= FIRST && ms <= Date.now() + DAY ? ms : null;
}

function decimal(id: string): bigint {
  return /^\d{1,20}$/.test(id) ? BigInt(id) : 0n;
}

/** A number in these digits; 0 for an invalid character. */
function inDigits(text: string, digits: string): bigint {
  let value = 0n;
  for (const char of text) {
    const digit = digits.indexOf(char);
    if (digit < 0) return 0n;
    value = value * BigInt(digits.length) + BigInt(digit);
  }
  return value;
}

function since(epoch: bigint, id: bigint, bits: bigint): number | null {
  return id > COUNTED ? plausible(Number((id >> bits) + epoch)) : null;
}

function misskey(id: string): number | null {
  // aid: 8 digits of time, 2 random. aidx: 8 of time, 4 of the machine, 4 of a counter. All in base 36.
  return /^[0-9a-z]{8}(?:[0-9a-z]{2}|[0-9a-z]{8})$/.test(id)
    ? plausible(MISSKEY_EPOCH + Number.parseInt(id.slice(0, 8), 36))
    : null;
}

/**
 * A post's creation time from its id, UTC milliseconds, by the site's layout; null for another layout or a time
 * not between 2005 and tomorrow. TikTok's ids have seconds only.
 */
export const ID_TIMES = {
  /** Snowflake: 41 bits of time since 2010-11-04. */
  x: (id: string) => since(X_EPOCH, decimal(id), 22n),
  /** The number of an activity, share or ugcPost URN. */
  linkedin: (id: string) => plausible(Number(decimal(id) >> 22n)),
  /** TikTok and Douyin video ids: seconds in the upper half. */
  tiktok: (id: string) => plausible(Number(decimal(id) >> 32n) * 1000),
  /** Shortcode; that of a private post is longer than 11 characters. */
  instagram: (id: string) => since(INSTAGRAM_EPOCH, inDigits(id.slice(0, 11), SHORTCODE), 23n),
  /** Mastodon's own 64-bit ids. */
  mastodon: (id: string) => plausible(Number(decimal(id) >> 16n)),
  /** Record key: a TID of the AT Protocol, 53 bits of microseconds and 10 of a clock id. */
  bluesky: (id: string) =>
    /^[2-7a-j][2-7a-z]{12}$/.test(id) ? plausible(Number((inDigits(id, TID) >> 10n) / 1000n)) : null,
  misskey,
} as const satisfies Readonly<Record<string, (id: string) => number | null>>;
