/** Which of the two buttons posts of a site have. */
export const SHOWN = ['both', 'share', 'keep', 'none'] as const;
export type Shown = (typeof SHOWN)[number];
/** By site; others have both. */
export type ShownBySite = Readonly<Record<string, Shown>>;
