declare module 'twitter-text' {
  const text: { parseTweet(text: string): { readonly weightedLength: number; readonly valid: boolean } };
  export = text;
}
