import { own } from '../../workspace/named.ts';
import { textOf } from '../text.ts';
import { bare, type Item, spread, type Value } from './schema-item.ts';

const LIMIT = { items: 200, props: 300, depth: 6 };

/** Attributes with an element's value (HTML Standard 5.2.4); `content` first, which shops put on any element. */
const ATTRIBUTES = ['content', 'href', 'src', 'datetime', 'data', 'value'] as const;
const OF: Readonly<Record<string, readonly string[]>> = {
  href: ['a', 'area', 'link'],
  src: ['audio', 'embed', 'iframe', 'img', 'source', 'track', 'video'],
  datetime: ['time'],
  data: ['object'],
  value: ['data', 'meter'],
};

function valueOfElement(element: Element): string {
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name);
    if (value === null || (name !== 'content' && !own(OF, name)?.includes(element.localName))) continue;
    return value;
  }
  return element.localName === 'meta' ? '' : textOf(element).text;
}

function itemFrom(root: Element, depth: number): Item {
  const props = new Map<string, Value[]>();
  for (const element of [...root.querySelectorAll('[itemprop]')].slice(0, LIMIT.props)) {
    if (element.parentElement?.closest('[itemscope]') !== root) continue;
    const nested = element.hasAttribute('itemscope') && depth < LIMIT.depth;
    const value = nested ? itemFrom(element, depth + 1) : valueOfElement(element);
    for (const name of (element.getAttribute('itemprop') ?? '').split(/\s+/).filter(Boolean)) {
      props.set(bare(name), [...(props.get(bare(name)) ?? []), value]);
    }
  }
  const types = (root.getAttribute('itemtype') ?? '').split(/\s+/).filter(Boolean);
  return { types: types.map(bare), id: root.getAttribute('itemid') ?? '', props };
}

/** Every top-level thing of the page's microdata, and main entities. */
export function microdataItems(doc: Document): Item[] {
  const roots = [...doc.querySelectorAll('[itemscope]:not([itemprop])')].slice(0, LIMIT.items);
  return roots.flatMap((root) => spread(itemFrom(root, 0)));
}
