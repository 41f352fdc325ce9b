import * as z from 'zod/mini';
import type { HubAnswer } from '../team/hub-client.ts';
import { type Membership, readMembership } from '../team/membership.ts';
import type { Team } from '../team/team.ts';
import type { Workspace } from '../workspace/open.ts';
import { sent } from '../workspace/rooms/tables.ts';
import { deviceState, readSetting, type Setting, writeSetting } from '../workspace/setting.ts';
import { dropOldHours } from './click-hour.ts';
import { ClicksResponse, type LinkDay, type OwnerLink } from './hub-api.ts';
import { publishedLinks, sentLinkId } from './publish-links.ts';
import { shortLink } from './short.ts';
import { type ClickDay, clickDayId, clickDays, type ShortLink, shortLinks } from './tables.ts';

const DAY = 86_400_000;

const Known = z.object({
  hub: z.string().check(z.maxLength(40)),
  epoch: z.string().check(z.maxLength(60)),
  since: z.int(),
  changed: z.number(),
  rules: z.int(),
  rank: z.nullable(z.object({ month: z.string().check(z.maxLength(10)), rank: z.int(), of: z.int() })),
  /** When the hub was queried last, UTC ms. */
  at: z.number(),
});
export type Known = z.infer<typeof Known>;

/** How far this device has fetched the clicks on its person's links. */
export const clicksKnown: Setting<Known> = {
  name: 'clicksKnown',
  value: Known,
  initial: { hub: '', epoch: '', since: 0, changed: 0, rules: 0, rank: null, at: 0 },
  ofDevice: true,
};

const dayRow = (day: LinkDay): ClickDay => ({
  ...day,
  id: clickDayId(day.link, day.day),
  at: day.day * DAY,
  from: 'hub',
});

/** The stored row of a link from the hub, merged with what this device knows of it. */
function linkRow(
  received: OwnerLink,
  known: ShortLink | undefined,
  { hub, links }: Pick<Membership, 'hub' | 'links'>,
): ShortLink {
  const address = known?.address ?? (links ? shortLink(links, received.id) : '');
  const own = { from: known?.from ?? 'hub', hub, address, share: known?.share ?? '' } as const;
  const site = received.site || (known?.site ?? '');
  const item = received.item || (known?.item ?? '');
  const tags = known?.tags ? { tags: known.tags } : {};
  return { ...received, site, item, ...own, ...tags, changed: known?.changed ?? 0 };
}

/** Links whose last change on this device was not sent to the hub yet. */
async function unsentLinks(
  workspace: Workspace,
  team: Team,
  rows: readonly ShortLink[],
): Promise<ReadonlySet<string>> {
  const { at } = await readSetting(workspace, publishedLinks);
  const sentRows = await workspace.rows(sent).bulkGet(rows.map((link) => sentLinkId(team, link)));
  const waits = rows.filter((link, n) => link.changed > at || sentRows[n]?.state === 'waiting');
  return new Set(waits.map(({ id }) => id));
}

async function keepLinks(workspace: Workspace, team: Team, received: readonly OwnerLink[]): Promise<void> {
  // The address of short links comes with a session, which may be newer than the open team.
  const member = (await readMembership(workspace)) ?? team.member;
  const rows = await workspace.rows(shortLinks).bulkGet(received.map(({ id }) => id));
  const known = new Map(rows.flatMap((row) => (row ? [[row.id, row]] : [])));
  const waits = await unsentLinks(workspace, team, [...known.values()]);
  const updated = received
    .filter(({ id }) => !waits.has(id))
    .map((link) => linkRow(link, known.get(link.id), member));
  await workspace.rows(shortLinks).bulkPut(updated);
}

/** Fetches the changes of the person's own links since the last time, and stores them. */
export async function fetchClicks(workspace: Workspace, team: Team, now: number): Promise<HubAnswer<Known>> {
  for (;;) {
    const before = await readSetting(workspace, clicksKnown);
    const isSame = before.hub === team.member.hub;
    const { since, changed } = isSame ? before : clicksKnown.initial;
    const answer = await team.ask('/api/clicks', { since, changed }, ClicksResponse);
    if (!answer.ok) return answer;
    const response = answer.value;
    if (isSame && before.epoch !== '' && before.epoch !== response.epoch) {
      await forgetHubCounts(workspace, team.member.hub);
      continue;
    }
    const { epoch, rules, rank } = response;
    const known = {
      hub: team.member.hub,
      epoch,
      since: response.since,
      changed: response.changed,
      rules,
      rank,
      at: now,
    };
    await workspace.together([clickDays, shortLinks, sent, deviceState], async () => {
      await workspace.rows(clickDays).bulkPut(response.days.map(dayRow));
      await keepLinks(workspace, team, response.links);
      await writeSetting(workspace, clicksKnown, known);
    });
    if (response.more) continue;
    await dropOldHours(workspace, now);
    return { ok: true, value: known };
  }
}

/** The hub has another store: all its counts are fetched anew, and what it lost is no longer shown. */
async function forgetHubCounts(workspace: Workspace, hub: string): Promise<void> {
  // Counts of an earlier hub stay.
  const links = await workspace
    .rows(shortLinks)
    .filter((link) => link.hub === hub)
    .primaryKeys();
  const own = new Set(links.map(String));
  await workspace
    .rows(clickDays)
    .filter(({ from, link }) => from === 'hub' && own.has(link))
    .delete();
  await writeSetting(workspace, clicksKnown, clicksKnown.initial);
}
