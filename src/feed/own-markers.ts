/** Marks our nodes, so that clones made by the page are recognised. */
export const MARK = 'data-musubi';
/** Marks our floating elements: the strip, the sheet. */
export const FLOATING = 'data-musubi-floating';
