import en from '#words/en.json';
import ja from '#words/ja.json';
import zhCN from '#words/zh-CN.json';
import { type Say, translate } from '../../i18n/translate.ts';
import type { Language } from '../../team/profile.ts';

const MESSAGES = { en, ja, 'zh-CN': zhCN };

/** Translates in the background without loading files, since it can be stopped at any moment. */
export function sayingIn(language: Language): Say {
  return (key, ...values) => translate(MESSAGES[language], language, key, ...values);
}
