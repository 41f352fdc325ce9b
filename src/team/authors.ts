import type { TeamMember } from './team-items.ts';

/** Members by the numbers of their devices. */
export type Owners = ReadonlyMap<number, string>;

/** Members by id who wrote something: the first, and whoever wrote what stands there now. Empty where that is not known. */
export interface Authors {
  readonly first: string;
  readonly last: string;
}

const HUB = 0;

/** The devices of a team as the hub has them; one's own is known before the room is. */
export function ownersOf(
  members: readonly Pick<TeamMember, 'id' | 'devices'>[],
  own: { readonly member: string; readonly device: number },
): Owners {
  const all = members.flatMap(({ id, devices }) => devices.map((device) => [device, id] as const));
  return new Map([[own.device, own.member], ...all]);
}

/**
 * The authors of record, by the devices that wrote. If the hub wrote last, it removed an erased member's change, and the
 * current value is by whoever wrote it before them.
 */
export function authorsOf(writers: readonly number[], owners: Owners): Authors {
  const members = writers.flatMap((device) => owners.get(device) ?? []);
  const last = writers.at(-1) ?? HUB;
  return {
    first: members[0] ?? '',
    last: last === HUB ? (members.at(-1) ?? '') : (owners.get(last) ?? ''),
  };
}
