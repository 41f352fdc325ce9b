import { ATTRIBUTES, HOOKS, ROLES, TAGS } from './html-vocabulary.ts';
import { isSafeInReport, type Shown, wordsOnPage } from './report-redaction.ts';

const MOST_LINES = 400;
const DEEPEST = 30;
/** Replaces what is redacted. */
const REDACTED = '…';

interface Telling {
  readonly known: ReadonlySet<string>;
  readonly shown: Shown;
  /** Hook values with the number of posts that have them. */
  readonly common: ReadonlyMap<string, number>;
  readonly posts: number;
}

function tagOf(element: Element, { known, shown }: Telling): string {
  const tag = element.localName.toLowerCase();
  if (TAGS.has(tag)) return tag;
  return tag.includes('-') && isSafeInReport(tag, known, shown) ? tag : REDACTED;
}

/**
 * A hook's value, if it is plain and in more than one post (where there are several), since a unique one may
 * name the post.
 */
function hookOf(value: string, { known, shown, common, posts }: Telling): string {
  if (!known.has(value) && posts > 1 && (common.get(value) ?? 0) < 2) return REDACTED;
  return isSafeInReport(value, known, shown) ? value : REDACTED;
}

function attributeOf({ name, value }: Attr, telling: Telling): string | null {
  if (name === 'role') return `role=${ROLES.has(value) ? value : REDACTED}`;
  if (HOOKS.has(name)) return `${name}=${hookOf(value, telling)}`;
  if (ATTRIBUTES.has(name)) return name;
  return isSafeInReport(name, telling.known, telling.shown) ? name : null;
}

function lineOf(element: Element, telling: Telling): string {
  const attributes = [...element.attributes]
    .map((attribute) => attributeOf(attribute, telling))
    .filter((one) => one !== null);
  return [tagOf(element, telling), ...new Set(attributes)].join(' ');
}

function linesOf(element: Element, depth: number, telling: Telling): string[] {
  const own = `${'  '.repeat(depth)}${lineOf(element, telling)}`;
  if (depth >= DEEPEST) return [own];
  const below: string[] = [];
  let before = '';
  let times = 1;
  const close = () => {
    if (times > 1) below.push(`${'  '.repeat(depth + 1)}× ${times}`);
    times = 1;
  };
  for (const child of element.children) {
    const lines = linesOf(child, depth + 1, telling);
    const text = lines.join('\n');
    if (text === before) times += 1;
    else {
      close();
      below.push(...lines);
    }
    before = text;
    if (below.length > MOST_LINES) break;
  }
  close();
  return [own, ...below];
}

function commonHooks(posts: readonly Element[]): Map<string, number> {
  const common = new Map<string, number>();
  for (const post of posts) {
    const own = new Set<string>();
    for (const element of [post, ...post.querySelectorAll('*')])
      for (const { name, value } of element.attributes) if (HOOKS.has(name)) own.add(value);
    for (const value of own) common.set(value, (common.get(value) ?? 0) + 1);
  }
  return common;
}

/**
 * The structure of one post: tags, roles, names of attributes, and values of hooks. Every word is from a closed
 * list, from our recipes (`known`), or a plain developer's name that occurs nowhere in the page's text. No
 * text, address, name or id. Equal siblings appear once, with their number.
 */
export function structureOf(root: Element, posts: readonly Element[], known: ReadonlySet<string>): string {
  const telling: Telling = {
    known,
    shown: wordsOnPage(root.ownerDocument),
    common: commonHooks(posts),
    posts: posts.length,
  };
  const lines = linesOf(root, 0, telling);
  return [...lines.slice(0, MOST_LINES), ...(lines.length > MOST_LINES ? [REDACTED] : [])].join('\n');
}
