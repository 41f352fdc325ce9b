import { type Kysely, sql } from 'kysely';

/** Tables from before migrations were numbered, as earlier hubs made them. */
export interface OlderTables {
  readonly links: boolean;
  readonly hours: boolean;
}

/** Renames older tables whose names today's tables need. */
export async function putAside(db: Kysely<unknown>): Promise<OlderTables> {
  const tables = await db.introspection.getTables();
  const link = tables.find(({ name }) => name === 'link');
  const links = link !== undefined && !link.columns.some(({ name }) => name === 'changed');
  if (links) await sql`alter table link rename to older_link`.execute(db);
  await sql`drop index if exists clicks_hour`.execute(db);
  return { links, hours: tables.some(({ name }) => name === 'hourly') };
}

/** Copies the rows of the older tables and drops them. */
export async function bringOver(db: Kysely<unknown>, older: OlderTables): Promise<void> {
  if (older.links) await bringLinks(db);
  if (older.hours) await bringHours(db);
}

/** A link changed when it was declared last, by the hub's clock. */
async function bringLinks(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into link (id, member, at, changed, record, asked)
    select id, member, at,
      coalesce((select max(version.at) from version
        where version.root = 'links' and version.key = older_link.id and version.room like 'member/%'), at),
      record, null
    from older_link`.execute(db);
  await sql`drop table older_link`.execute(db);
}

/** Hours per statement. */
const TOGETHER = 500;

interface Hour {
  readonly link: string;
  readonly hour: number;
  readonly member: string;
  readonly counts: string;
}

/**
 * An hour had a row of its own, now a day has one. Countries and referrers are recounted from the clicks that are still
 * stored.
 */
async function bringHours(db: Kysely<unknown>): Promise<void> {
  const seq = Number(await metaValue(db, 'counted')) || 1;
  for (let [link, hour] = ['', -1]; ; ) {
    const { rows } = await sql<Hour>`
      select link, hour, member, counts from hourly where (link, hour) > (${link}, ${hour})
      order by link, hour limit ${TOGETHER}`.execute(db);
    for (const row of rows) await addHour(db, row, seq);
    const last = rows.at(-1);
    if (!last || rows.length < TOGETHER) break;
    [link, hour] = [last.link, Number(last.hour)];
  }
  await sql`drop table hourly`.execute(db);
}

async function addHour(
  db: Kysely<unknown>,
  { link, hour, member, counts }: Hour,
  seq: number,
): Promise<void> {
  const sums = { counts: countsIn(counts), places: {}, devices: {} };
  if (!sums.counts) return;
  const [day, part] = [Math.floor(Number(hour) / 24), JSON.stringify({ [hour]: sums })];
  await sql`
    insert into linkday (day, link, member, seq, sums) values (${day}, ${link}, ${member}, ${seq}, ${part})
    on conflict (day, link) do update set sums = json_patch(linkday.sums, excluded.sums)`.execute(db);
}

/** Counts that are not zero; null where the row was damaged. */
function countsIn(row: string): Record<string, unknown> | null {
  try {
    const counts = Object.entries(JSON.parse(row) as Record<string, unknown>);
    return Object.fromEntries(counts.filter(([, n]) => n !== 0));
  } catch {
    return null;
  }
}

async function metaValue(db: Kysely<unknown>, name: string): Promise<string | undefined> {
  const { rows } = await sql<{ value: string }>`select value from meta where name = ${name}`.execute(db);
  return rows[0]?.value;
}
