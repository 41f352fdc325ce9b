/**
 * Why the diary could not be read or written, as far as a person can do something about it. `full`: the disk or
 * the browser's share of it. `outdated`: a newer Musubi has changed the diary under this page. `damaged`: the
 * browser cannot open its own files. `private`: a window in which the browser stores nothing.
 */
export const FAILURES = ['full', 'outdated', 'damaged', 'private', 'other'] as const;
export type Failure = (typeof FAILURES)[number];

/** Thrown where the diary on the disk is of a newer form than this script knows. */
export class OutdatedError extends Error {
  constructor() {
    super('a newer version of Musubi has opened these records');
    this.name = 'OutdatedError';
  }
}

/** Causes are wrapped: Dexie's AbortError and DatabaseClosedError carry the browser's own error as `inner`. */
const DEEPEST = 6;

function* chain(error: unknown): Generator<{ name: string; message: string }> {
  let at: unknown = error;
  for (let depth = 0; depth < DEEPEST && typeof at === 'object' && at !== null; depth++) {
    const { name, message, inner, cause } = at as Record<string, unknown>;
    yield { name: String(name ?? ''), message: String(message ?? '') };
    at = inner ?? cause;
  }
}

// Names of https://w3c.github.io/IndexedDB/#exceptions; where browsers differ, their own words.
const SIGNS: readonly { failure: Failure; name?: RegExp; message?: RegExp }[] = [
  { failure: 'full', name: /^QuotaExceededError$/ },
  { failure: 'full', message: /QUOTA_REACHED|NO_DEVICE_SPACE|QuotaExceeded|disk (is )?full/i },
  { failure: 'outdated', name: /^(OutdatedError|VersionError)$/ },
  // Firefox in a private window, or with storage switched off: bugzilla 1639542, 781982.
  { failure: 'private', name: /^(SecurityError|MissingAPIError)$/ },
  { failure: 'private', message: /did not allow mutations/i },
  { failure: 'damaged', name: /^(UnknownError|NotReadableError)$/ },
];

/** The kind of failure, from an error of Dexie or the browser. */
export function failureOf(error: unknown): Failure {
  for (const { name, message } of chain(error)) {
    const sign = SIGNS.find((one) => one.name?.test(name) === true || one.message?.test(message) === true);
    if (sign) return sign.failure;
  }
  return 'other';
}

/** Whatever was thrown, as an error. */
export const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
