/** Packaged file of a site's recipe. */
export const recipeFile = (id: string) => `sites/${id}.js`;
/** Packaged file of the bridge into the page's own world, with what a site's recipe names. */
export const bridgeFile = (id: string) => `bridges/${id}.js`;
/** Packaged file that says which buttons a site's posts carry. */
export const shownFile = (id: string, shown: string) => `shown/${id}-${shown}.js`;
/** Packaged file of a language's words. */
export const wordsFile = (language: string) => `words/${language}.js`;
/** Packaged file of the words of what acts. */
export const actingWordsFile = (language: string) => `acting-words/${language}.js`;
