/** Limits of post.ts, repeated for page scripts, which should not include the validator. A test compares them. */
export const TEXT_CAP = 20_000;
export const MEDIA_CAP = 40;
