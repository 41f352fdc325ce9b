import { ClicksResponse } from '../../src/link/hub-api.ts';
import type { SharedLink } from '../../src/link/link.ts';
import { idOf, newNonce } from '../../src/link/short.ts';
import type { HubUnderAttack, Person } from './hub.ts';
import { until } from './until.ts';

export const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
export const TARGET = 'https://shop.example/p?utm_source=x&ref=7k3m9q2a';

/** A link that nobody has declared yet. */
export async function aLink(more: Partial<SharedLink> = {}): Promise<SharedLink> {
  const nonce = newNonce();
  const rest = { campaign: '', item: '', title: 'A title', picture: '', until: 0, paused: false };
  return { id: await idOf(nonce), nonce, at: 1, target: TARGET, channel: 'x', site: 'x', ...rest, ...more };
}

/** Somebody's link that the hub knows. */
export async function linkOf(
  hub: HubUnderAttack,
  owner: Person,
  more: Partial<SharedLink> = {},
): Promise<SharedLink> {
  const link = await aLink(more);
  const room = await hub.open(owner, await hub.own(owner));
  room.doc.getMap('links').set(link.id, link);
  await hub.answered(room);
  room.close();
  return link;
}

/** What a link's owner is told of it: its clicks by class, and where people came from. */
export interface Told {
  readonly counts: ReadonlyMap<string, number>;
  readonly places: ReadonlyMap<string, number>;
}

/** What the hub tells an owner of a link, as of now. */
export async function toldOf(hub: HubUnderAttack, owner: Person, link: string): Promise<Told> {
  const { status, body } = await hub.post('/api/clicks', { since: 0, changed: 0 }, owner.token);
  if (status !== 200) throw new Error(`clicks: ${status} ${body}`);
  const { days } = ClicksResponse.parse(JSON.parse(body));
  const own = days.filter((day) => day.link === link);
  return {
    counts: added(own.flatMap(({ hours }) => Object.values(hours))),
    places: added(own.map(({ places }) => places)),
  };
}

function added(parts: readonly Readonly<Record<string, number | undefined>>[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const part of parts)
    for (const [name, count = 0] of Object.entries(part)) sums.set(name, (sums.get(name) ?? 0) + count);
  return sums;
}

/** Waits until so many clicks of a link are told, whatever they count as; what is told then. */
export async function counted(
  hub: HubUnderAttack,
  owner: Person,
  link: string,
  clicks: number,
): Promise<Told> {
  const told = () => toldOf(hub, owner, link);
  const sum = ({ counts }: Told) => [...counts.values()].reduce((one, two) => one + two, 0);
  await until(async () => sum(await told()) >= clicks, `${clicks} clicks of a link`, 10_000);
  return told();
}
