/** Packaged file of a site's recipe. */
export const recipeFile = (id: string) => `sites/${id}.js`;
/** Packaged file of a language's words. */
export const wordsFile = (language: string) => `words/${language}.js`;
