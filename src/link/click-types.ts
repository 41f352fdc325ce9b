import { CLASSES, type Class } from './click/rules.ts';

/** The type of each class of clicks among what results count. */
export const CLICK_TYPES: Readonly<Record<Class, string>> = {
  human: 'clicked',
  qr: 'scanned',
  own: 'own',
  duplicate: 'duplicate',
  capped: 'capped',
  bot: 'bot',
  preview: 'preview',
  prefetch: 'prefetch',
};

/** The class of clicks of each type. */
export const CLASS_OF_TYPE: ReadonlyMap<string, Class> = new Map(
  CLASSES.map((one) => [CLICK_TYPES[one], one]),
);
