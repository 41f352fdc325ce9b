import type { HubFailure } from '../team/hub-client.ts';
import type { Team } from '../team/team.ts';
import type { Workspace } from '../workspace/open.ts';
import type { LinkCommand } from './commands.ts';
import { nameFault } from './name.ts';
import { scanned } from './short.ts';
import { type ShortLink, shortLinks } from './tables.ts';

/** The address of a link for others: with its name, if it has one. */
export function addressOf({ id, name, address }: Pick<ShortLink, 'id' | 'name' | 'address'>): string {
  return name && address.endsWith(`/${id}`) ? `${address.slice(0, -id.length)}${name}` : address;
}

/**
 * The address in a link's QR code. Print lasts, so it has the link's id, which is never another's, and not a name.
 * Another shortener's address has no second one for its code.
 */
export const codeAddress = ({ from, address }: Pick<ShortLink, 'from' | 'address'>): string =>
  from === 'file' ? address : scanned(address);

/** The part of a link's address before its name or id, without the scheme. */
export const addressStart = ({ id, address }: Pick<ShortLink, 'id' | 'address'>): string =>
  address.replace(/^https?:\/\//, '').slice(0, -id.length);

export type NameRefusal = HubFailure | 'name-form' | 'name-length' | 'name-reserved';

/** Names a link at its hub, which alone knows all names; an empty name removes it. Null if it was done. */
export async function nameLink(
  workspace: Workspace,
  team: Team,
  id: string,
  typed: string,
): Promise<NameRefusal | null> {
  const name = typed.trim().toLowerCase();
  const fault = name === '' ? null : nameFault(name);
  if (fault) return `name-${fault}`;
  const answer = await team.command<LinkCommand>({ do: 'link.name', link: id, name });
  if (!answer.ok) return answer.reason;
  await workspace.together([shortLinks], async () => {
    const link = await workspace.rows(shortLinks).get(id);
    if (link) await workspace.put(shortLinks, { ...link, name });
  });
  return null;
}
