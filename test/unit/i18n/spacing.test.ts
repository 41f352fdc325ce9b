import { describe, expect, it } from 'vitest';
import ja from '#words/ja.json' with { type: 'json' };
import zhCN from '#words/zh-CN.json' with { type: 'json' };

type Entry = string | Readonly<Record<string, string>>;

/** Placeholders that stand for a figure, a size, a code or an address: they are set as Latin words are. All others are names and dates. */
const FIGURES = new Set(
  'n of max all done total bad best value rate others joined prepared opened clicked clicks links full partial unrecognised least from to rank found size version app code recipe most database media check address url target example share keep'.split(
    ' ',
  ),
);
const HAN = /\p{Script=Han}/u;
const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
/** What is typed as it stands, or read letter by letter: set apart in Japanese too. */
const VERBATIM = /:\/\/|[.:/@]|^(?:npm|hub|https)$|^\{(?:url|example|code|address)\}$/;
/** A name that is written so by those who own it. */
const NAMES = /QQ空间/g;

const formsOf = (entry: Entry): string[] => (typeof entry === 'string' ? [entry] : Object.values(entry));
const forms = (messages: Readonly<Record<string, Entry>>) =>
  Object.entries(messages).flatMap(([key, entry]) => formsOf(entry).map((form) => [key, form] as const));

/** A message as its placeholders and what is between them. */
const partsOf = (form: string): string[] => form.replace(NAMES, '').split(/(\{\w+\})/);

/** Where Chinese writing meets a figure or a Latin word without a space, or a name with one. */
function wrongInChinese(form: string): string[] {
  const parts = partsOf(form);
  return parts.flatMap((part, at) => {
    if (at % 2 === 0) return part.match(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9%]\p{Script=Han}/gu) ?? [];
    const [before, after] = [parts[at - 1] ?? '', parts[at + 1] ?? ''];
    const isFigure = FIGURES.has(part.slice(1, -1));
    const edges = isFigure
      ? [HAN.test(before.slice(-1)), HAN.test(after.slice(0, 1))]
      : [/\p{Script=Han} $/u.test(before), /^ \p{Script=Han}/u.test(after)];
    return edges.includes(true) ? [`${before.slice(-2)}${part}${after.slice(0, 2)}`] : [];
  });
}

/** Where Japanese writing is set apart by a space from a figure, a Latin word or a name: the browser sets those apart itself. */
function wrongInJapanese(form: string): string[] {
  const words = form.split(' ');
  return words.slice(1).flatMap((word, at) => {
    const before = words[at] ?? '';
    const [last, first] = [before.slice(-1), word.slice(0, 1)];
    if (!JAPANESE.test(last) && !JAPANESE.test(first)) return [];
    const latin = JAPANESE.test(last)
      ? (/^[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー、。]*/u.exec(word)?.[0] ?? '')
      : (/[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー、。]*$/u.exec(before)?.[0] ?? '');
    return VERBATIM.test(latin) ? [] : [`${before.slice(-6)} ${word.slice(0, 6)}`];
  });
}

describe('spaces between writings', () => {
  it('are one at a figure or a Latin word in Chinese, and none at a name or a date', () => {
    const found = forms(zhCN).flatMap(([key, form]) => wrongInChinese(form).map((at) => `${key}: ${at}`));
    expect(found).toEqual([]);
    expect(['共{n}条', '在 {site} 上', '满8 MB的'].flatMap(wrongInChinese)).toHaveLength(4);
  });

  it('are none in Japanese, but at what is typed as it stands', () => {
    const found = forms(ja).flatMap(([key, form]) => wrongInJapanese(form).map((at) => `${key}: ${at}`));
    expect(found).toEqual([]);
    expect(['Musubi の設定', '{n} 件', 'https://a.example を開く'].flatMap(wrongInJapanese)).toHaveLength(2);
  });
});

describe('signs', () => {
  it.each([
    ['ja', ja],
    ['zh-CN', zhCN],
  ] as const)('are those of the language after its own writing in %s', (_, messages) => {
    const half =
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー）」”][:;,!?(]|\([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
    expect(
      forms(messages)
        .filter(([, form]) => half.test(form))
        .map(([key]) => key),
    ).toEqual([]);
  });
});
