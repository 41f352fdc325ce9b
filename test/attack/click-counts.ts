import { type ClassCounts, ClicksResponse } from '../../src/link/hub-api.ts';
import { NAVIGATION } from '../unit/link/click/requests.ts';
import type { Target } from './attack.ts';
import type { HubUnderAttack, Person } from './hub.ts';
import { aLink, CHROME } from './link.ts';
import { once } from './once.ts';
import { until } from './until.ts';

/** Behind a proxy that says who comes, so that visitors come from anywhere. */
export const PROXIED = { env: { MUSUBI_PROXY: '1' } };

/** Somebody who follows a link: from where, with what. */
export interface Visit {
  readonly from?: string;
  readonly agent?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
  readonly qr?: boolean;
}

/** Follows a link. */
export function follow(hub: HubUnderAttack, link: string, visit: Visit = {}) {
  const { from = '203.0.113.7', agent = CHROME, headers = NAVIGATION, method = 'GET', qr = false } = visit;
  const sent = { 'user-agent': agent, 'x-forwarded-for': from, ...headers };
  return hub.ask(`/${link}${qr ? '.q' : ''}`, { method, headers: sent });
}

/** What the owner is told of all of their links, once as many clicks are counted. */
export async function countsOf(hub: HubUnderAttack, owner: Person, clicks: number): Promise<ClassCounts> {
  const { token } = await hub.signIn(owner);
  const sums = new Map<keyof ClassCounts, number>();
  await until(async () => {
    const { body } = await hub.post('/api/clicks', { since: 0, changed: 0 }, token);
    sums.clear();
    for (const { hours } of ClicksResponse.parse(JSON.parse(body)).days)
      for (const counts of Object.values(hours))
        for (const [name, n] of Object.entries(counts) as [keyof ClassCounts, number][])
          sums.set(name, (sums.get(name) ?? 0) + n);
    return [...sums.values()].reduce((all, n) => all + n, 0) >= clicks;
  }, `${clicks} counted clicks`);
  return Object.fromEntries(sums);
}

const members = once(async (_: HubUnderAttack) => ({ n: 0 }));

/** Somebody new with so many links, in a hub that attacks share. */
export async function owning(
  hub: HubUnderAttack,
  links: number,
): Promise<{ owner: Person; links: string[] }> {
  const made = await members(hub);
  made.n += 1;
  const owner = await hub.join('member', `Owner ${made.n}`);
  const ids: string[] = [];
  const room = await hub.open(owner, await hub.own(owner));
  for (let n = 0; n < links; n += 1) {
    const link = await aLink();
    room.doc.getMap('links').set(link.id, link);
    ids.push(link.id);
  }
  await hub.answered(room);
  room.close();
  return { owner, links: ids };
}

/** What one visit counts as. */
export async function countedAs(at: Target, visit: Visit): Promise<{ is: string; body: string }> {
  const hub = await at.shared(PROXIED);
  const { owner, links } = await owning(hub, 1);
  const { body } = await follow(hub, links[0] ?? '', visit);
  const counts = await countsOf(hub, owner, 1);
  return { is: Object.keys(counts).join(), body };
}
