import en from '#words/en.json' with { type: 'json' };
import ja from '#words/ja.json' with { type: 'json' };
import zhCN from '#words/zh-CN.json' with { type: 'json' };

const LOCALES = { en, ja, zh_CN: zhCN };

/** The browser's `_locales` files, generated from our messages. Only what the manifest refers to. */
export function localeFiles(): { contents: string; relativeDest: string }[] {
  return Object.entries(LOCALES).map(([locale, messages]) => {
    const { manifestName, manifestDescription, manifestAction, commandShare, commandKeep } = messages;
    const own = { manifestName, manifestDescription, manifestAction, commandShare, commandKeep };
    const entries = Object.entries(own).map(([key, message]) => [key, { message }]);
    return {
      relativeDest: `_locales/${locale}/messages.json`,
      contents: JSON.stringify(Object.fromEntries(entries), null, 2),
    };
  });
}
