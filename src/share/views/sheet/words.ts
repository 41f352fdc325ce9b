/** Messages that the sheet needs. The build puts just these into its script, in every language. */
export const SHEET_KEYS = [
  'sheetTitle',
  'sheetPreview',
  'sheetLink',
  'sheetOutgoing',
  'sheetPost',
  'sheetChannel',
  'sheetMore',
  'sheetWords',
  'sheetWordsHint',
  'sheetQuote',
  'sheetDisclosure',
  'sheetDisclosureOut',
  'sheetDisclosureBack',
  'sheetDisclosureWhy',
  'sheetDisclosureWhyHint',
  'sheetDisclosureConfirm',
  'sheetDisclosureKeep',
  'sheetDisclosureGone',
  'sheetDisclosureUsual',
  'sheetDisclosureEmpty',
  'sheetDisclosureMarker',
  'sheetDisclosureShort',
  'sheetInstance',
  'sheetInstanceHint',
  'sheetInstanceWrong',
  'sheetInstanceChange',
  'sheetLength',
  'sheetOver',
  'sheetOf',
  'sheetQr',
  'sheetQrHow',
  'sheetQrPng',
  'sheetQrSvg',
  'sheetCopy',
  'sheetCopyAll',
  'sheetQrShow',
  'sheetOpenIn',
  'sheetMail',
  'sheetShorten',
  'sheetMendDisclosure',
  'sheetGiveInstance',
  'sheetOtherLink',
  'sheetPaste',
  'sheetTooLongWindow',
  'sheetOpened',
  'sheetOpenedPaste',
  'sheetMailed',
  'sheetCopied',
  'sheetCopyRefused',
  'sheetPopupRefused',
  'sheetBothRefused',
  'sheetOpenAgain',
  'sheetGone',
  'sheetGoneFirst',
  'sheetFailedFirst',
  'sheetReload',
  'sheetFailed',
  'sheetUntold',
  'sheetNotKept',
  'sheetTryAgain',
  'sheetNoScheme',
  'sheetLinkTooLong',
  'channelHatena',
  'channelEmail',
  'channelQr',
  'channelCopy',
  'disclosureWhyJp',
  'disclosureWhyUs',
  'disclosureWhyUk',
  'disclosureWhyEu',
  'disclosureWhyCn',
  'disclosureWhyNone',
  'uiClose',
] as const;
export type SheetKey = (typeof SHEET_KEYS)[number];

/** Says a message in the sheet's language, its placeholders filled. */
export type Say = (key: SheetKey, values?: Record<string, string | number>) => string;

/** Filled in by the build from the message files (see wxt.config.ts). An injected script can load no file. */
declare const __SHEET_WORDS__: Record<'en', Record<SheetKey, string>> &
  Record<string, Record<SheetKey, string>>;

/** The sheet's words in this language, else in the nearest of ours, else in English. */
export function saying(language: string): Say {
  const base = language.toLowerCase().split('-')[0];
  const found = Object.entries(__SHEET_WORDS__).find(([key]) => key.toLowerCase().split('-')[0] === base);
  const words = found?.[1] ?? __SHEET_WORDS__.en;
  const numbers = new Intl.NumberFormat(found?.[0] ?? 'en');
  return (key, values = {}) =>
    words[key].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? numbers.format(value) : (value ?? whole);
    });
}
