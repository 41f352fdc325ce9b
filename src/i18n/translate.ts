import en from '#words/en.json' with { type: 'json' };
import type { Placeholders } from '#words/placeholders.ts';
import { numberFormat, pluralRules } from './formatters.ts';

export type Messages = typeof en;
export type MessageKey = keyof Messages;
/** Messages that need no values. */
export type PlainKey = Exclude<MessageKey, keyof Placeholders>;
/** Messages with placeholders. */
export type FilledKey = keyof Placeholders;

/** Messages that take some of these values, and no other. */
export type KeyTaking<Names extends string> =
  | PlainKey
  | { [Key in FilledKey]: [keyof Placeholders[Key]] extends [Names] ? Key : never }[FilledKey];

/** What every message of `Key` takes: of several, the values of all. */
type Taken<Key> = (Key extends FilledKey ? (values: Placeholders[Key]) => void : never) extends (
  values: infer All,
) => void
  ? All
  : never;

/** Exactly the values that the placeholders of a message ask for; none where it has no placeholders. */
export type ValuesOf<Key extends MessageKey> = [Key] extends [PlainKey] ? [] : [values: Taken<Key>];

/** Puts a message into words of one language. */
export type Say = <Key extends MessageKey>(key: Key, ...values: ValuesOf<Key>) => string;

/** A message with its values, to be put into words where it is shown. */
export type Filled<Key extends FilledKey> = {
  [One in Key]: { readonly key: One; readonly values: Readonly<Placeholders[One]> };
}[Key];

type Values = Readonly<Record<string, string | number>>;
type Plural = Partial<Record<Intl.LDMLPluralRule, string>>;
type Entry = string | Plural;
export type Language = Readonly<Partial<Record<MessageKey, Entry>>>;

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
export function translate<Key extends MessageKey>(
  messages: Language,
  language: string,
  key: Key,
  ...values: ValuesOf<Key>
): string;
export function translate(
  messages: Language,
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
