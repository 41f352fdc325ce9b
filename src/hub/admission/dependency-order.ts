import type * as Y from 'yjs';
import type { KnownClocks } from './known-clocks.ts';
import { must } from './refusal.ts';

/** The items of one client in an update, and which of them is next. */
interface Queue {
  readonly items: Y.Item[];
  at: number;
}

/**
 * The items of an update in an order in which each finds what it stands on, as Yjs takes them: each is looked at once, and
 * once more for each that it waited for. Whoever goes through them adds each to what is known before the next.
 */
export function* inDependencyOrder(items: readonly Y.Item[], known: KnownClocks): Generator<Y.Item> {
  const queues = queuesOf(items);
  const waiting: Y.Item[] = [];
  for (const queue of queues.values())
    for (let item = waiting.pop() ?? taken(queue); item; item = waiting.pop() ?? taken(queue)) {
      // One of its own client waits before it, so it stands on what comes after it.
      must(item.id.clock <= known.end(item.id.client), 'pending');
      for (let next = neededBy(item, queues, known); next; next = neededBy(item, queues, known)) {
        waiting.push(item);
        item = next;
        must(item.id.clock <= known.end(item.id.client), 'pending');
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

/** What has to come before an item: the next of the client it stands on; undefined where that is known. */
function neededBy({ origin }: Y.Item, queues: Map<number, Queue>, known: KnownClocks): Y.Item | undefined {
  if (origin === null || origin.clock < known.end(origin.client)) return undefined;
  const queue = queues.get(origin.client);
  const next = queue && taken(queue);
  must(next !== undefined, 'pending');
  return next;
}
