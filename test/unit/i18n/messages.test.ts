import { readdirSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import en from '#words/en.json' with { type: 'json' };
import ja from '#words/ja.json' with { type: 'json' };
import zhCN from '#words/zh-CN.json' with { type: 'json' };
import { joined } from '../../run/words.mjs';
import { folderOf } from '../house/imports.ts';
import { ALLOWED } from '../house/rules.ts';

type Entry = string | Readonly<Record<string, string>>;
const LANGUAGES: Readonly<Record<string, Readonly<Record<string, Entry>>>> = { en, ja, 'zh-CN': zhCN };
const KEYS = Object.keys(en);

const root = new URL('../../../', import.meta.url);
const files = ['src', 'entrypoints'].flatMap((folder) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`),
);
const sources = new Map(
  [...files, 'wxt.config.ts'].map((file) => [file, readFileSync(new URL(file, root), 'utf8')]),
);

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Every node of a file's tree. */
function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node))
    for (const one of Array.isArray(value) ? value : [value]) if (isNode(one)) yield* nodesOf(one);
}
const treeOf = (file: string, text: string) => [...nodesOf(parseSync(file, text).program as unknown as Node)];
const trees = new Map([...sources].map(([file, text]) => [file, treeOf(file, text)]));

const formsOf = (entry: Entry): string[] => (typeof entry === 'string' ? [entry] : Object.values(entry));
const holesOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();
/** Placeholders of a message; of a plural one, all that any form has. */
const holes = (entry: Entry): string[] => [...new Set(formsOf(entry).flatMap(holesOf))].sort();

describe.each(Object.entries(LANGUAGES))('messages in %s', (language, messages) => {
  it('are the same as in English, and filled', () => {
    expect(Object.keys(messages).sort()).toEqual([...KEYS].sort());
    // What stands between the parts of a list can be a space, or nothing.
    const spoken = KEYS.filter((key) => !key.endsWith('Join'));
    const empty = spoken.filter((key) => formsOf(messages[key] ?? '').some((form) => form.trim() === ''));
    expect(empty).toEqual([]);
  });

  it('have the same placeholders as in English', () => {
    const different = KEYS.filter(
      (key) => holes(messages[key] ?? '').join() !== holes((en as Record<string, Entry>)[key] ?? '').join(),
    );
    expect(different).toEqual([]);
  });

  it('have the plural forms that the language has, wherever English has more than one', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const key of KEYS) {
      const entry = messages[key] ?? '';
      const inEnglish = (en as Record<string, Entry>)[key];
      expect(typeof entry, key).toBe(typeof inEnglish);
      if (typeof entry !== 'string')
        expect(Object.keys(entry).sort(), key).toEqual([...pluralCategories].sort());
    }
  });

  it('leave no brace open', () => {
    const left = KEYS.filter((key) =>
      formsOf(messages[key] ?? '').some((form) => /[{}]/.test(form.replace(/\{\w+\}/g, ''))),
    );
    expect(left).toEqual([]);
  });
});

/** Keys that a call of `t`, a list of keys or a declaration names. */
function keysAskedIn(nodes: readonly Node[]): string[] {
  const literal = (node: unknown) => (isNode(node) && typeof node.value === 'string' ? [node.value] : []);
  return nodes.flatMap((node) => {
    const callee = node.callee;
    if (node.type === 'CallExpression' && isNode(callee) && callee.name === 't')
      return literal((node.arguments as unknown[])[0]);
    const key = node.key;
    if (node.type === 'Property' && isNode(key) && /Key$/.test(String(key.name))) return literal(node.value);
    return [];
  });
}

describe('the keys', () => {
  it('are all used', () => {
    const said = new Set<unknown>();
    for (const nodes of trees.values())
      for (const node of nodes) {
        if (node.type === 'Literal') said.add(node.value);
        // The manifest's messages are taken out by name.
        if (node.type === 'Property' && isNode(node.key)) said.add(node.key.name);
      }
    expect(KEYS.filter((key) => !said.has(key))).toEqual([]);
  });

  it('stand in a folder that whoever uses them may take', () => {
    const { owners } = joined(root.pathname);
    const wrong = [...trees].flatMap(([file, nodes]) => {
      const folder = folderOf(file);
      const mayTake = new Set([folder, ...(ALLOWED[folder] ?? []), 'i18n']);
      const used = nodes.flatMap(({ type, value }) => (type === 'Literal' ? [String(value)] : []));
      const astray = used.filter((key) => !mayTake.has(owners.get(key) ?? folder));
      return folder === '' ? [] : astray.map((key) => `${file}: ${key} stands in ${owners.get(key)}`);
    });
    expect(wrong).toEqual([]);
  });

  it('all exist where they are asked for', () => {
    const asked = [...trees].flatMap(([file, nodes]) => keysAskedIn(nodes).map((key) => ({ file, key })));
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter(({ key }) => !KEYS.includes(key))).toEqual([]);
  });
});

const SPOKEN = new Set(['title', 'aria-label', 'placeholder', 'alt', 'aria-description', 'label']);

/** Words that a person would see or hear, written into a view. */
function wordsIn(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'JSXText') return /\p{L}/u.test(String(node.value)) ? [String(node.value).trim()] : [];
    const [name, value] = [node.name, node.value];
    if (node.type !== 'JSXAttribute' || !isNode(name) || !isNode(value)) return [];
    return SPOKEN.has(String(name.name)) && /\p{L}/u.test(String(value.value ?? ''))
      ? [String(value.value)]
      : [];
  });
}

/** Rules of languages, as data: units of counts, what a disclosure has to say by law, names that things give themselves, letters that look alike. */
const OF_LANGUAGES =
  /^src\/(?:share\/disclosure\/.*|post\/(?:parse-count|count-units|page\/platforms)\.ts|team\/views\/language-field\.tsx|share\/channels\/\w+\.ts|capture\/rights\/request-words\.ts|i18n\/(?:fold|han-variants|query)\.ts|hub\/people\/(?:confusables|latin-confusables)\.ts|link\/import\/columns\.ts|capture\/import\/headings\.ts)$/;
/** Our own name, and hosts that stand for an example in any language. */
const NAMES = /: (?:Musubi|[\w.]+\.example)$/;
const CJK = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** Texts in Japanese or Chinese; comments may give examples. */
const cjkIn = (nodes: readonly Node[]): string[] =>
  nodes.flatMap(({ type, value }) => {
    const text =
      isNode(value) || value === null
        ? ''
        : typeof value === 'object'
          ? JSON.stringify(value)
          : String(value);
    return /^(?:Literal|JSXText|TemplateElement)$/.test(type) && CJK.test(text) ? [text] : [];
  });

describe('words', () => {
  it('stand in the messages and not in the views', () => {
    const found = [...trees].flatMap(([file, nodes]) => wordsIn(nodes).map((words) => `${file}: ${words}`));
    expect(found.filter((one) => !NAMES.test(one))).toEqual([]);
  });

  it('are found where a view has them', () => {
    const planted = treeOf(
      'a.tsx',
      `export const a = <p title="Go on" class="b">Hello {name} — <i alt={x} /></p>;`,
    );
    expect(wordsIn(planted)).toEqual(['Go on', 'Hello']);
    expect(cjkIn(treeOf('a.ts', "// 例\nexport const a = ['例', `語`];"))).toHaveLength(2);
  });

  it('of Japanese and Chinese stand in no source but rules of languages', () => {
    const found = [...trees].filter(([file, nodes]) => !OF_LANGUAGES.test(file) && cjkIn(nodes).length > 0);
    expect(found.map(([file]) => file)).toEqual([]);
  });
});
