import type * as Y from 'yjs';
import type { KnownClocks } from './known-clocks.ts';
import { must } from './refusal.ts';

/** One client's items in an update, and the position of the next. */
interface Queue {
  readonly items: Y.Item[];
  at: number;
}

/**
 * The items of an update ordered so that each origin precedes its item, as Yjs integrates them. An item is visited once, and
 * again for each item it waited for. The caller adds each item to the known clocks before it takes the next.
 */
export function* inDependencyOrder(items: readonly Y.Item[], known: KnownClocks): Generator<Y.Item> {
  const queues = queuesOf(items);
  const waiting: Y.Item[] = [];
  for (const queue of queues.values())
    for (let item = waiting.pop() ?? taken(queue); item; item = waiting.pop() ?? taken(queue)) {
      for (let next = neededBy(item, queues, known); next; next = neededBy(item, queues, known)) {
        // An earlier item of the same client is still waiting for this one: a cycle.
        must(next.id.clock <= known.end(next.id.client), 'pending');
        waiting.push(item);
        item = next;
      }
      yield item;
    }
}

function queuesOf(items: readonly Y.Item[]): Map<number, Queue> {
  const queues = new Map<number, Queue>();
  for (const item of items) {
    const queue = queues.get(item.id.client);
    if (queue) queue.items.push(item);
    else queues.set(item.id.client, { items: [item], at: 0 });
  }
  return queues;
}

function taken(queue: Queue): Y.Item | undefined {
  const item = queue.items[queue.at];
  queue.at += 1;
  return item;
}

/** The item that has to come first: the next of the origin's client; undefined if the origin is known, or none can come. */
function neededBy({ origin }: Y.Item, queues: Map<number, Queue>, known: KnownClocks): Y.Item | undefined {
  if (origin === null || origin.clock < known.end(origin.client)) return undefined;
  const queue = queues.get(origin.client);
  return queue && taken(queue);
}
