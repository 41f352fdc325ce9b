/** The page's `meta` values by name or property, lowercase; values of one name in their order. */
export type Meta = ReadonlyMap<string, readonly string[]>;

/** Reads up to 500 `meta` elements. Open Graph uses `property`, but many pages use `name`. */
export function metaOf(doc: Document): Meta {
  const found = new Map<string, string[]>();
  for (const element of [...doc.querySelectorAll('meta[content]')].slice(0, 500)) {
    const name = (element.getAttribute('property') ?? element.getAttribute('name') ?? '')
      .trim()
      .toLowerCase();
    const content = element.getAttribute('content')?.trim() ?? '';
    if (name && content) found.set(name, [...(found.get(name) ?? []), content]);
  }
  return found;
}

/** The first value of these names. */
export function metaIn(meta: Meta, ...names: string[]): string {
  return names.flatMap((name) => meta.get(name) ?? [])[0] ?? '';
}
