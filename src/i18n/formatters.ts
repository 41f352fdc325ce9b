const made = new Map<string, unknown>();

/**
 * One formatter of each kind: creating one costs as much as fifty uses, and a page of cards needs hundreds a
 * key. Languages and options come from our code, so the map stays small. A formatter uses the device's time
 * zone at page load.
 */
function once<Formatter>(kind: string, language: string, options: object, make: () => Formatter): Formatter {
  const key = `${kind} ${language} ${JSON.stringify(options)}`;
  const known = made.get(key) as Formatter | undefined;
  if (known) return known;
  const formatter = make();
  made.set(key, formatter);
  return formatter;
}

export const dateFormat = (language: string, options: Intl.DateTimeFormatOptions) =>
  once('date', language, options, () => new Intl.DateTimeFormat(language, options));

export const numberFormat = (language: string, options: Intl.NumberFormatOptions = {}) =>
  once('number', language, options, () => new Intl.NumberFormat(language, options));

export const relativeFormat = (language: string, options: Intl.RelativeTimeFormatOptions) =>
  once('relative', language, options, () => new Intl.RelativeTimeFormat(language, options));

export const pluralRules = (language: string) =>
  once('plural', language, {}, () => new Intl.PluralRules(language));
