import type { Kysely } from 'kysely';
import { parsedRow } from '../store/parsed-row.ts';
import type { Tables } from '../store/tables.ts';
import { turn } from '../turn.ts';

/** Items per batch; each may have the full size of an item. */
const TOGETHER = 20;

export interface AuthoredItem {
  readonly root: string;
  readonly key: string;
  /** The value without this person: the last one by somebody else; undefined if this person created the item. */
  readonly value: unknown;
  readonly isCurrent: boolean;
}

interface Item {
  readonly room: string;
  readonly root: string;
  readonly key: string;
}

/** All items of a room that a person created or changed, in batches. */
export async function* authoredItems(
  db: Kysely<Tables>,
  room: string,
  member: string,
): AsyncGenerator<readonly AuthoredItem[]> {
  for (let last = { root: '', key: '' }; ; ) {
    const keys = await keysBehind(db, { room, ...last }, member);
    const touched: AuthoredItem[] = [];
    for (const { root, key } of keys) touched.push(await touchedItem(db, { room, root, key }, member));
    if (touched.length > 0) yield touched;
    const end = keys.at(-1);
    if (!end || keys.length < TOGETHER) return;
    last = end;
    await turn();
  }
}

function keysBehind(db: Kysely<Tables>, { room, root, key }: Item, member: string) {
  return db
    .selectFrom('version')
    .select(['root', 'key'])
    .distinct()
    .where('member', '=', member)
    .where('room', '=', room)
    .where((of) => of.or([of('root', '>', root), of.and([of('root', '=', root), of('key', '>', key)])]))
    .orderBy('root')
    .orderBy('key')
    .limit(TOGETHER)
    .execute();
}

async function touchedItem(db: Kysely<Tables>, item: Item, member: string): Promise<AuthoredItem> {
  const { room, root, key } = item;
  const past = db
    .selectFrom('version')
    .where('room', '=', room)
    .where('root', '=', root)
    .where('key', '=', key);
  const first = await past.select('member').orderBy('seq').orderBy('part').limit(1).executeTakeFirst();
  const newest = past.orderBy('seq', 'desc').orderBy('part', 'desc').limit(1);
  const last = await newest.select('member').executeTakeFirst();
  const isTheirs = first?.member === member;
  const value = isTheirs ? undefined : await valueOfOthers(db, item, member);
  return { root, key, value, isCurrent: isTheirs || last?.member === member };
}

/** The last readable value by somebody else; undefined if they deleted the item. A damaged version stops no erasure. */
async function valueOfOthers(
  db: Kysely<Tables>,
  { room, root, key }: Item,
  member: string,
): Promise<unknown> {
  for (let before = 0; ; before += 1) {
    const row = await db
      .selectFrom('version')
      .select('value')
      .where('room', '=', room)
      .where('root', '=', root)
      .where('key', '=', key)
      .where('member', '!=', member)
      .orderBy('seq', 'desc')
      .orderBy('part', 'desc')
      .limit(1)
      .offset(before)
      .executeTakeFirst();
    if (!row || row.value === null) return undefined;
    const value = parsedRow(row.value);
    if (value !== undefined) return value;
  }
}
