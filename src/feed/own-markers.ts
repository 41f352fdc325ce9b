/** Marks our nodes, so that a clone the page makes of them is known for what it is. */
export const MARK = 'data-musubi';
/** Marks what of ours floats above the page: the strip, the sheet. */
export const FLOATING = 'data-musubi-floating';
