import * as Y from 'yjs';
import { type Decoded, isJson } from './decode.ts';
import { inDependencyOrder } from './dependency-order.ts';
import { IntegrationCost } from './integration-cost.ts';
import { type Added, type ItemKey, KnownClocks } from './known-clocks.ts';
import { must } from './refusal.ts';

const CLOCKS = 2 ** 31;
const DEPTH = 16;
/** A key outlives the deletion of its item, so it has to be a short id and nothing readable. */
const KEY = /^(?!__proto__$)[A-Za-z0-9_.:-]{1,64}$/;

/** What single items are checked against. */
export interface ItemTerms {
  readonly roots: readonly string[];
  /** Whether a value is an item by the schema of its root. */
  readonly isItem: (root: string, value: unknown) => boolean;
}

/**
 * The items that an update adds, each checked: only forms that our clients write, in an order in which each item's origin
 * precedes it. An item whose origin is its own future would be acknowledged and break every later load. Items
 * that the room knows already are checked as well, since Yjs reads them before it skips them.
 */
export function addedItems({ structs }: Decoded, doc: Y.Doc, terms: ItemTerms): KnownClocks {
  const known = new KnownClocks(doc);
  const walks = new IntegrationCost(doc);
  for (const item of inDependencyOrder(itemsOf(structs, known), known)) {
    const isNew = item.id.clock >= known.before(item.id.client);
    const added = checked(item, known, terms, isNew);
    walks.count(added, item, isNew);
    known.add(added);
  }
  return known;
}

/** The update's items, which have to be without gaps, and either wholly known or wholly new. */
function itemsOf(structs: Decoded['structs'], known: KnownClocks): Y.Item[] {
  const clients = new Set<number>();
  return structs.map((struct) => {
    const { client, clock } = struct.id;
    must(struct instanceof Y.Item, 'kind');
    must(struct.length >= 1 && clock + struct.length < CLOCKS, 'future-clock');
    const before = known.before(client);
    if (!clients.has(client)) must(clock <= before, 'gap');
    clients.add(client);
    // Yjs would cut off the known part and integrate the rest under another key.
    must(clock >= before || clock + struct.length <= before, 'overlap');
    return struct;
  });
}

/** Checks what the scan did not. `isNew`: items that the room has already were admitted by an older schema, and stay. */
function checked(item: Y.Item, known: KnownClocks, { roots, isItem }: ItemTerms, isNew: boolean): Added {
  const { root, key } = item.origin ? known.keyOf(item.origin) : ownKey(item);
  must(roots.includes(root), 'root');
  must(KEY.test(key), 'key');
  const { content, id, length } = item;
  must(content instanceof Y.ContentDeleted || length === 1, 'kind');
  if (content instanceof Y.ContentAny) {
    const [value] = content.arr;
    // Its depth and size are bounded before the schema reads it.
    must(isJson(value, DEPTH), 'value');
    must(!isNew || isItem(root, value), 'schema');
  }
  return { root, key, client: id.client, clock: id.clock, length };
}

/** The place that an item without origin names itself: a decoded item has the root's name as `parent`. */
function ownKey({ parent, parentSub }: Y.Item): ItemKey {
  const root: unknown = parent;
  must(typeof root === 'string', 'root');
  must(parentSub !== null, 'key');
  return { root, key: parentSub };
}
