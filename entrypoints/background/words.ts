import en from '../../src/i18n/en.json';
import ja from '../../src/i18n/ja.json';
import { type MessageKey, translate, type Values } from '../../src/i18n/translate.ts';
import zhCN from '../../src/i18n/zh-CN.json';
import type { Language } from '../../src/team/profile.ts';

const MESSAGES = { en, ja, 'zh-CN': zhCN };

/** Translates in the background without loading files, since it can be stopped at any moment. */
export function sayingIn(language: Language): (key: MessageKey, values?: Values) => string {
  return (key, values) => translate(MESSAGES[language], language, key, values);
}
