const root = new URL('../..', import.meta.url).pathname;

/** Path of a command that a dependency brings along: to have npx look for it takes half a second each time. */
export const tool = (name: string): string => `${root}node_modules/.bin/${name}`;
