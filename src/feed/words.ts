/** Messages that a foreign page's script needs. The build puts just these into it, in every language. */
export const FEED_KEYS = [
  'shareName',
  'keepName',
  'feedOpened',
  'feedCopied',
  'feedPaste',
  'feedKept',
  'feedKeptAgain',
  'feedPartial',
  'feedTakenBack',
  'feedEdit',
  'feedOpen',
  'feedUndo',
  'feedCopyAgain',
  'feedOpenAgain',
  'feedCopyRefused',
  'feedPopupRefused',
  'feedGone',
  'feedReload',
  'feedUnread',
  'feedFailed',
  'feedTryAgain',
  'feedTooLong',
  'feedNoScheme',
  'feedRemoved',
  'fieldUrl',
  'fieldAuthor',
  'fieldHandle',
  'fieldText',
  'fieldTime',
  'fieldJoin',
] as const;
export type FeedKey = (typeof FEED_KEYS)[number];
export type FeedWords = Record<FeedKey, string>;

/** Filled in by the build from the message files (see wxt.config.ts). */
declare const __FEED_WORDS__: Record<string, FeedWords>;

/** The words in the person's language: what they chose, else the nearest to the browser's. */
export function wordsIn(language: string): FeedWords {
  const base = language.toLowerCase().split('-')[0];
  const found = Object.entries(__FEED_WORDS__).find(([key]) => key.toLowerCase().split('-')[0] === base);
  const words = found?.[1] ?? __FEED_WORDS__['en'];
  if (!words) throw new Error('built without words');
  return words;
}

/** Fills `{name}` in a message. */
export function filled(message: string, values: Record<string, string>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
