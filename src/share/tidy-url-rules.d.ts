/** The rule data of tidy-url, without its code: names of query parameters by site. */
declare module 'tidy-url/data/rules.js' {
  const rules: readonly { readonly name: string; readonly rules?: readonly (string | RegExp)[] }[];
  export = rules;
}
