/** Which of the two buttons a site's posts carry. */
export const SHOWN = ['both', 'share', 'keep', 'none'] as const;
export type Shown = (typeof SHOWN)[number];
/** By site; one that is not named carries both. */
export type ShownBySite = Readonly<Record<string, Shown>>;
