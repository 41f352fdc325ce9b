// Joins the words of all folders (`src/*/words/<language>.json`) into `.output/words`, with the type of each message's
// placeholders. Runs before every command, on whatever Node the machine has and before anything is installed.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** English first: the others are held against it. */
export const LANGUAGES = ['en', 'ja', 'zh-CN'];

/** Files of words, with the folder of `src` that has them, in one order on every machine. */
export function wordFiles(root) {
  const folders = readdirSync(`${root}src`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .map(({ name }) => name)
    .sort()
    .filter((folder) => existsSync(`${root}src/${folder}/words`))
    .flatMap((folder) =>
      LANGUAGES.map((language) => ({
        folder,
        language,
        file: `src/${folder}/words/${language}.json`,
      })),
    );
}

/** All messages by language, and what is wrong with them in a sentence each. */
export function joined(root) {
  const messages = Object.fromEntries(LANGUAGES.map((language) => [language, {}]));
  const owners = new Map();
  const faults = [];
  for (const { folder, language, file } of wordFiles(root)) {
    const own = existsSync(root + file) ? JSON.parse(readFileSync(root + file, 'utf8')) : {};
    for (const [key, message] of Object.entries(own)) {
      const owner = owners.get(key) ?? folder;
      owners.set(key, owner);
      if (owner !== folder) faults.push(`${key} stands in src/${owner}/words and in ${file}`);
      messages[language][key] = message;
    }
  }
  for (const [key, folder] of owners)
    for (const language of LANGUAGES)
      if (!Object.hasOwn(messages[language], key))
        faults.push(`${key} is missing in src/${folder}/words/${language}.json`);
  return { messages, owners, faults: [...new Set(faults)] };
}

/** Placeholders of a message in their order; of a plural one, all that any form has. */
export function placeholdersOf(message) {
  const forms = typeof message === 'string' ? [message] : Object.values(message);
  return [...new Set(forms.flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)))];
}

/** The type of each message's values, as a module. A plural message is chosen by its number `n`. */
function typesOf(messages) {
  const lines = Object.entries(messages).flatMap(([key, message]) => {
    const names = new Set(placeholdersOf(message));
    const isPlural = typeof message !== 'string';
    if (isPlural) names.add('n');
    const fields = [...names].map((name) => `${name}: ${isPlural && name === 'n' ? 'number' : 'Value'}`);
    return fields.length === 0 ? [] : [`  ${key}: { ${fields.join('; ')} };`];
  });
  return `// Made by test/run/words.mjs from src/*/words/en.json.
type Value = string | number;

/** The values that each message with placeholders takes. */
export interface Placeholders {
${lines.join('\n')}
}
`;
}

/** Writes a file where it would change: what was built from it stays newer than it. */
function write(file, text) {
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}

/** Joins the words. Throws with everything that is wrong. */
export function writeWords(root) {
  const { messages, faults } = joined(root);
  if (faults.length > 0) throw new Error(`Words do not fit together:\n${faults.join('\n')}`);
  const folder = `${root}.output/words`;
  mkdirSync(folder, { recursive: true });
  for (const language of LANGUAGES)
    write(`${folder}/${language}.json`, `${JSON.stringify(messages[language], null, 2)}\n`);
  write(`${folder}/placeholders.ts`, typesOf(messages.en));
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeWords(fileURLToPath(new URL('../../', import.meta.url)));
