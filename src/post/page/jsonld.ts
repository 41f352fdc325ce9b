import { bare, type Item, isItem, spread, type Value } from './schema-item.ts';
import { unescaped } from './unescape.ts';

/** Limits: UTF-16 units of a script, number of scripts, things and depth. */
const LIMIT = { script: 1_000_000, scripts: 40, things: 4000, depth: 14 };

/** A JSON string, or a trailing comma. */
const TRAILING = /("(?:[^"\\]|\\.)*(?:"|\\?$))|,(?=\s*[}\]])/gs;

/**
 * JSON as found in pages: in comment marks, with raw line breaks in strings, trailing commas, or escaped as a
 * whole. Undefined where invalid.
 */
function parsed(text: string): unknown {
  const inner = text
    .replace(/^\s*(?:<!--|\/\*.*?\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)?/, '')
    .trimEnd()
    .replace(/(?:-->|\/\/\s{0,9}\]\]>|\]\]>|\/\*[^*]{0,99}\*\/|;)$/, '');
  const flat = (text: string) => text.replace(/\p{Cc}+/gu, ' ').replace(TRAILING, '$1');
  for (const attempt of [() => inner, () => flat(inner), () => flat(inner.replaceAll('&quot;', '"'))]) {
    try {
      return JSON.parse(attempt());
    } catch {
      // Tries the next form; a broken script yields nothing.
    }
  }
  return undefined;
}

interface Budget {
  things: number;
}

function valuesFrom(value: unknown, budget: Budget, depth: number): Value[] {
  if (typeof value === 'string') return [unescaped(value)];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (Array.isArray(value)) return value.slice(0, 200).flatMap((one) => valuesFrom(one, budget, depth + 1));
  const item = itemFrom(value, budget, depth);
  return item ? [item] : [];
}

function itemFrom(value: unknown, budget: Budget, depth: number): Item | null {
  if (typeof value !== 'object' || value === null || depth > LIMIT.depth || budget.things <= 0) return null;
  budget.things -= 1;
  const props = new Map<string, readonly Value[]>();
  for (const [key, inner] of Object.entries(value).slice(0, 200)) {
    if (key !== '@context') props.set(bare(key), valuesFrom(inner, budget, depth + 1));
  }
  const texts = (name: string) => (props.get(name) ?? []).filter((one) => typeof one === 'string');
  return { types: texts('@type').map(bare), id: texts('@id')[0] ?? '', props };
}

/** Replaces a bare reference (`{"@id": …}`) by its thing, one level deep. */
function resolved(item: Item, known: ReadonlyMap<string, Item>): Item {
  const look = (value: Value) =>
    isItem(value) && value.id && value.props.size === 1 ? (known.get(value.id) ?? value) : value;
  return { ...item, props: new Map([...item.props].map(([name, values]) => [name, values.map(look)])) };
}

/** Every top-level thing of the page's JSON-LD: at the top, in a graph, or as main entity. */
export function jsonLdItems(doc: Document): Item[] {
  const budget: Budget = { things: LIMIT.things };
  const scripts = [...doc.querySelectorAll('script[type^="application/ld+json" i]')].slice(0, LIMIT.scripts);
  const items = scripts
    .map((script) => script.textContent ?? '')
    .filter((text) => text.length <= LIMIT.script)
    .flatMap((text) => valuesFrom(parsed(text), budget, 0))
    .filter(isItem)
    .flatMap((item) => spread(item));
  const known = new Map(
    items.filter((item) => item.id && item.props.size > 1).map((item) => [item.id, item]),
  );
  return items.map((item) => resolved(item, known));
}
