import en from './en.json' with { type: 'json' };
import { numberFormat, pluralRules } from './formatters.ts';

export type Messages = typeof en;
export type MessageKey = keyof Messages;
export type Values = Record<string, string | number>;

type Plural = Partial<Record<Intl.LDMLPluralRule, string>>;
type Entry = string | Plural;

function formOf(entry: Entry, values: Values, language: string): string {
  if (typeof entry === 'string') return entry;
  const n = Number(values.n ?? 0);
  return entry[pluralRules(language).select(n)] ?? entry.other ?? '';
}

/** A number with the language's grouping; text as is. */
function shown(value: string | number, language: string): string {
  return typeof value === 'number' ? numberFormat(language).format(value) : value;
}

/**
 * A message with its placeholders filled: `{name}` by the value of that name; plural entries by `n`. A
 * placeholder without a value stays visible.
 */
export function translate(
  messages: Readonly<Partial<Record<MessageKey, Entry>>>,
  language: string,
  key: MessageKey,
  values: Values = {},
): string {
  const entry = messages[key] ?? en[key];
  return formOf(entry, values, language).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? whole : shown(value, language);
  });
}
