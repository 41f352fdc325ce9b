import * as z from 'zod/mini';

/**
 * An http(s) address of at most so many characters: of no scheme that runs or reads something when it is followed, and one
 * that can be parsed, as whoever shows its host does.
 */
export const webAddress = (most: number) =>
  z.string().check(
    z.maxLength(most),
    z.regex(/^https?:\/\/[^/?#]/i),
    z.refine((address) => URL.canParse(address)),
  );

/** The same, or none. */
export const maybeWebAddress = (most: number) => z.union([z.literal(''), webAddress(most)]);
