/** Packaged file with a site's recipe. */
export const recipeFile = (id: string) => `sites/${id}.js`;
/** Packaged file with the bridge into the page's world and a site's data for it. */
export const bridgeFile = (id: string) => `bridges/${id}.js`;
/** Packaged file with the choice of buttons for a site. */
export const shownFile = (id: string, shown: string) => `shown/${id}-${shown}.js`;
/** Packaged file with a language's words. */
export const wordsFile = (language: string) => `words/${language}.js`;
/** Packaged file with a language's words for the acting script. */
export const actingWordsFile = (language: string) => `acting-words/${language}.js`;
