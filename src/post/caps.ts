/**
 * The limits of post.ts again, for scripts that run in pages: post.ts brings a validator that they need not carry.
 * A test holds the two together.
 */
export const TEXT_CAP = 20_000;
export const MEDIA_CAP = 40;
