import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { bringOver, putAside } from './0001-older-tables.ts';

type Columns = Readonly<Record<string, string>>;

const COLUMNS: Readonly<Record<string, Columns>> = {
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

const INDEXES: readonly (readonly [name: string, table: string, columns: readonly string[]])[] = [
  ['version_key', 'version', ['room', 'root', 'key']],
  ['clicks_of_hour', 'clicks', ['hour', 'batch']],
  ['tally_month', 'tally', ['month', 'room']],
  ['linkday_member', 'linkday', ['member', 'day']],
  ['link_member', 'link', ['member', 'changed']],
];

/** The tables of the first release. Stores were made before there were steps: what they hold in other shapes is brought over. */
export const firstTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const older = await putAside(db);
    for (const [table, columns] of Object.entries(COLUMNS)) await makeTable(db, table, columns);
    for (const [name, table, columns] of INDEXES)
      await db.schema
        .createIndex(name)
        .ifNotExists()
        .on(table)
        .columns([...columns])
        .execute();
    await bringOver(db, older);
  },
};

async function makeTable(db: Kysely<unknown>, table: string, columns: Columns): Promise<void> {
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
