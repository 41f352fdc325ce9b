import { cleanMemberName, NAMELESS } from '../../team/names.ts';
import { skeletonOf } from './confusables.ts';

/** A member with their own name. `number`: of their first device, which is unique. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly number: number;
}

/**
 * Every member's display name: cleaned, and with a number if another member's name, past members included, looks like it.
 * Own names cannot contain the number sign, so a marked name cannot be imitated either.
 */
export function displayNames(members: readonly Named[]): ReadonlyMap<string, string> {
  const named = members.map((one) => ({ ...one, name: cleanMemberName(one.name) || NAMELESS }));
  const marked = new Set<string>();
  const shown = ({ id, name, number }: Named) => (marked.has(id) ? `${name} #${number}` : name);
  // A name may look like another's marked form (`Ann 7`): such a name is marked too, until nothing changes.
  for (let before = -1; before < marked.size; ) {
    before = marked.size;
    const alike = Map.groupBy(
      named.filter(({ name }) => name !== NAMELESS),
      (one) => skeletonOf(shown(one)),
    );
    for (const group of alike.values()) if (group.length > 1) for (const { id } of group) marked.add(id);
  }
  return new Map(named.map((one) => [one.id, shown(one)]));
}
