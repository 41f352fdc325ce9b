/** A thing in schema.org's vocabulary, from JSON-LD or microdata. */
export interface Item {
  /** Type names without the vocabulary's address: `NewsArticle`. */
  readonly types: readonly string[];
  readonly id: string;
  /** Properties without the vocabulary's address. A Map, since names come from the page, `__proto__` included. */
  readonly props: ReadonlyMap<string, readonly Value[]>;
}
export type Value = string | Item;

/** `https://schema.org/Article`, `schema:Article` → `Article`. */
export function bare(name: string): string {
  return name.replace(/^.*[/#:]/, '');
}

const all = (item: Item, name: string): readonly Value[] => item.props.get(name) ?? [];

export const isItem = (value: Value | undefined): value is Item => typeof value === 'object';

/** A thing and those listed with it: members of a graph, the main entity. */
export function spread(item: Item, depth = 0): Item[] {
  if (depth > 3) return [];
  const inside = ['@graph', 'mainEntity'].flatMap((name) => all(item, name)).filter(isItem);
  return [item, ...inside.flatMap((one) => spread(one, depth + 1))];
}

/** The things in a property. */
export function itemsOf(item: Item, name: string): Item[] {
  return all(item, name).filter(isItem);
}

/** Values of the first of these properties that has any. */
export function valuesOf(item: Item, ...names: string[]): readonly Value[] {
  return names.map((name) => all(item, name)).find((values) => values.length > 0) ?? [];
}

/** The first text in these properties; of a thing, its `@value` or name. */
export function textIn(item: Item, ...names: string[]): string {
  for (const value of names.flatMap((name) => all(item, name))) {
    const text = isItem(value) ? textIn({ ...value, props: leaf(value) }, '@value', 'name') : value;
    if (text.trim()) return text;
  }
  return '';
}

/** Only a thing's texts, so that names are not followed recursively. */
function leaf(item: Item): Item['props'] {
  return new Map([...item.props].map(([name, values]) => [name, values.filter((value) => !isItem(value))]));
}
