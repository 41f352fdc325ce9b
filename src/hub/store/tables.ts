import { type Kysely, sql } from 'kysely';

/** Rows of the hub. Plain columns only, so that the same queries run on another engine. */
export interface Tables {
  /** One row: the store's epoch, new at every restore. */
  meta: { name: string; value: string };
  log: { room: string; seq: number; device: number; at: number; bytes: Uint8Array };
  /** History and author of record: what an item says of its author counts for nothing. No value where it was deleted. */
  version: {
    room: string;
    seq: number;
    part: number;
    root: string;
    key: string;
    member: string;
    device: number;
    at: number;
    value: string | null;
  };
  snapshot: { room: string; upto: number; bytes: Uint8Array };
  member: {
    id: string;
    name: string;
    role: string;
    part: string;
    region: string;
    listed: number;
    at: number;
    removed: number | null;
  };
  device: { number: number; member: string; name: string; key: string; at: number; removed: number | null };
  /** An invite as it opens a team; of its secret only the hash. */
  invite: {
    id: string;
    secret: string;
    role: string;
    part: string;
    region: string;
    uses: number;
    until: number;
    revoked: number | null;
  };
  /** Who did what: the audit. */
  deed: { id: string; member: string; at: number; what: string; about: string };
  /** What one member's room adds up to, cell by cell, so that a month is summed without opening a room. */
  tally: { room: string; member: string; month: string; cell: string; count: number };
  medium: { hash: string; type: string; bytes: number; member: string; at: number };
  /**
   * A member's link as it holds, JSON; `changed`: when it was declared last, UTC ms. `asked`: as its owner wants it, where
   * that waits for a manager's yes.
   */
  link: {
    id: string;
    member: string;
    at: number;
    changed: number;
    record: string;
    asked: string | null;
  };
  /** Followed links, many in a row: JSON. `hour`: of the first, whole hours since 1970. */
  clicks: { batch: number; hour: number; packed: string };
  /** What the clicks of a link's day (UTC) count as, by hour, JSON; `seq`: the number of its last writing. */
  linkday: { day: number; link: string; member: string; seq: number; sums: string };
}

const COLUMNS: { [Name in keyof Tables]: Record<keyof Tables[Name], string> } = {
  meta: { name: 'key', value: 'text' },
  log: { room: 'key', seq: 'key number', device: 'number', at: 'number', bytes: 'bytes' },
  version: {
    room: 'key',
    seq: 'key number',
    part: 'key number',
    root: 'text',
    key: 'text',
    member: 'text',
    device: 'number',
    at: 'number',
    value: 'text?',
  },
  snapshot: { room: 'key', upto: 'number', bytes: 'bytes' },
  member: {
    id: 'key',
    name: 'text',
    role: 'text',
    part: 'text',
    region: 'text',
    listed: 'number',
    at: 'number',
    removed: 'number?',
  },
  device: {
    number: 'key number',
    member: 'text',
    name: 'text',
    key: 'text',
    at: 'number',
    removed: 'number?',
  },
  invite: {
    id: 'key',
    secret: 'text',
    role: 'text',
    part: 'text',
    region: 'text',
    uses: 'number',
    until: 'number',
    revoked: 'number?',
  },
  deed: { id: 'key', member: 'text', at: 'number', what: 'text', about: 'text' },
  tally: { room: 'key', member: 'text', month: 'text', cell: 'key', count: 'number' },
  medium: { hash: 'key', type: 'text', bytes: 'number', member: 'text', at: 'number' },
  link: {
    id: 'key',
    member: 'text',
    at: 'number',
    changed: 'number',
    record: 'text',
    asked: 'text?',
  },
  clicks: { batch: 'key number', hour: 'number', packed: 'text' },
  linkday: { day: 'key number', link: 'key', member: 'text', seq: 'number', sums: 'text' },
};

const INDEXES: readonly (readonly [name: string, table: keyof Tables, columns: readonly string[]])[] = [
  ['version_key', 'version', ['room', 'root', 'key']],
  ['clicks_of_hour', 'clicks', ['hour', 'batch']],
  ['tally_month', 'tally', ['month', 'room']],
  ['linkday_member', 'linkday', ['member', 'day']],
  ['link_member', 'link', ['member', 'changed']],
];

/** Makes the tables that are not there, and the epoch of a store that is new. */
export async function makeTables(db: Kysely<Tables>): Promise<void> {
  for (const [table, columns] of Object.entries(COLUMNS)) await makeTable(db, table, columns);
  for (const [name, table, columns] of INDEXES)
    await db.schema
      .createIndex(name)
      .ifNotExists()
      .on(table)
      .columns(columns as never[])
      .execute();
  await db
    .insertInto('meta')
    .values({ name: 'epoch', value: crypto.randomUUID() })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
}

async function makeTable(db: Kysely<Tables>, table: string, columns: Record<string, string>): Promise<void> {
  let build = db.schema.createTable(table).ifNotExists();
  for (const [name, kind] of Object.entries(columns))
    build = build.addColumn(name, typeOf(kind), (column) => (kind.endsWith('?') ? column : column.notNull()));
  const keys = Object.keys(columns).filter((name) => columns[name]?.startsWith('key'));
  await build.addPrimaryKeyConstraint(`${table}_key_of`, keys as never[]).execute();
}

function typeOf(kind: string) {
  if (kind.includes('number')) return 'bigint';
  return kind === 'bytes' ? sql`blob` : 'text';
}
