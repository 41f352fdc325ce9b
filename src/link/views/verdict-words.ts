import type { PlainKey } from '../../i18n/translate.ts';
import type { Device } from '../click/classify-request.ts';
import type { Word } from '../click/request-word.ts';
import type { Class, Reason } from '../click/rules.ts';

/** What a class of clicks is called. */
export const CLASS_WORDS: Record<Class, PlainKey> = {
  human: 'clickHuman',
  qr: 'clickQr',
  own: 'clickOwn',
  duplicate: 'clickDuplicate',
  capped: 'clickCapped',
  bot: 'clickBot',
  preview: 'clickPreview',
  prefetch: 'clickPrefetch',
};

/** The rule that decided, in a sentence. */
export const REASON_WORDS: Record<Reason, PlainKey> = {
  person: 'clickWhyPerson',
  scanned: 'clickWhyScanned',
  own: 'clickWhyOwn',
  sameHour: 'clickWhySameHour',
  unnamed: 'clickWhyUnnamed',
  crowd: 'clickWhyCrowd',
  network: 'clickWhyNetwork',
  word: 'clickWhyWord',
};

/** Why clicks of a class are not counted as people, where only the class is known. */
export const APART_WORDS: Record<Exclude<Class, 'human' | 'qr'>, PlainKey> = {
  duplicate: 'clickApartDuplicate',
  capped: 'clickWhyNetwork',
  own: 'clickWhyOwn',
  bot: 'clickApartBot',
  preview: 'clickApartPreview',
  prefetch: 'clickApartPrefetch',
};

/** What the request was, in a word or two. */
export const WORD_WORDS: Record<Word, PlainKey> = {
  browser: 'wordBrowser',
  app: 'wordApp',
  preview: 'wordPreview',
  search: 'wordSearch',
  ai: 'wordAi',
  scanner: 'wordScanner',
  monitor: 'wordMonitor',
  reader: 'wordReader',
  tool: 'wordTool',
  driven: 'wordDriven',
  bot: 'wordBot',
  ahead: 'wordAhead',
  embed: 'wordEmbed',
  head: 'wordHead',
  other: 'wordOther',
  blank: 'wordBlank',
  unlike: 'wordUnlike',
};

export const DEVICE_WORDS: Record<Device, PlainKey> = {
  phone: 'devicePhone',
  tablet: 'deviceTablet',
  desktop: 'deviceDesktop',
  other: 'deviceOther',
};
