import { signal } from '@preact/signals';
import en from '#words/en.json' with { type: 'json' };
import { type Language, type MessageKey, translate, type ValuesOf } from './translate.ts';

const LOADERS: Record<string, () => Promise<{ default: Record<string, unknown> }>> = {
  ja: () => import('#words/ja.json'),
  'zh-CN': () => import('#words/zh-CN.json'),
};

interface Current {
  readonly language: string;
  readonly messages: Language;
}

/** The page's language. Views that call `t` while rendering follow it. */
export const current = signal<Current>({ language: 'en', messages: en });

/** Changes the page's language and `<html lang>`. Unknown languages fall back to English. */
export async function speak(language: string): Promise<void> {
  const loaded = Object.hasOwn(LOADERS, language) ? await LOADERS[language]?.() : undefined;
  const messages = (loaded?.default ?? en) as Current['messages'];
  current.value = { language: loaded ? language : 'en', messages };
  if (typeof document !== 'undefined') document.documentElement.lang = current.value.language;
}

/** The message of a key in the page's language. */
export function t<Key extends MessageKey>(key: Key, ...values: ValuesOf<Key>): string {
  return translate(current.value.messages, current.value.language, key, ...values);
}
