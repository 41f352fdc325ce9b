/** Words needed before anybody reaches for a pair. The build writes them into one small file a language. */
export const PAIR_KEYS = [
  'shareName',
  'keepName',
  'shareNameOf',
  'keepNameOf',
  'sharedBefore',
  'savedBefore',
  'feedGone',
  'feedFailed',
] as const;

/** All words of a foreign page's script; the rest loads with the acting script. */
export const FEED_KEYS = [
  ...PAIR_KEYS,
  'feedOpened',
  'feedCopied',
  'feedPaste',
  'feedKept',
  'feedKeptAgain',
  'feedPartial',
  'feedTakenBack',
  'feedEdit',
  'feedChoose',
  'feedOpen',
  'feedUndo',
  'feedCopyAgain',
  'feedOpenAgain',
  'feedCopyRefused',
  'feedPopupRefused',
  'feedReload',
  'feedUnread',
  'feedNoAddress',
  'feedFull',
  'feedUnstored',
  'feedUncounted',
  'feedMakeRoom',
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
export interface FeedWords extends Record<FeedKey, string> {
  /** Language tag of these words. */
  readonly language: string;
}

/** Fills `{name}` in a message. */
export function filled(message: string, values: Record<string, string>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  );
}
