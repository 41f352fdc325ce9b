import type { SharedLink } from '../../src/click/link.ts';
import { idOf, newNonce } from '../../src/click/short.ts';
import type { HubUnderAttack, Person } from './hub.ts';

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
