import en from '#words/en.json' with { type: 'json' };
import ja from '#words/ja.json' with { type: 'json' };
import zhCN from '#words/zh-CN.json' with { type: 'json' };
import type { MessageKey } from './translate.ts';

const ALL: Record<string, Partial<Record<MessageKey, unknown>>> = { en, ja, 'zh-CN': zhCN };

/** Only these messages in every language, for scripts that must stay small. Without plurals. */
export function subset(keys: readonly MessageKey[]): Record<string, Record<string, string>> {
  const pick = (messages: Partial<Record<MessageKey, unknown>>) =>
    Object.fromEntries(keys.map((key) => [key, String(messages[key])]));
  return Object.fromEntries(Object.entries(ALL).map(([language, messages]) => [language, pick(messages)]));
}
