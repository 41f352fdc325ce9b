import { cleanMemberName, NAMELESS } from '../../team/names.ts';
import { skeletonOf } from './confusables.ts';

/** Whoever has a name. `number`: of their first device, which nobody else ever has. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly number: number;
}

/**
 * Every member's name as all see it: clean, and with a number where another's looks like it, those who left included. The
 * number sign is in nobody's own name, so that what is marked looks like no other either.
 */
export function displayNames(members: readonly Named[]): ReadonlyMap<string, string> {
  const named = members.map((one) => ({ ...one, name: cleanMemberName(one.name) || NAMELESS }));
  const marked = new Set<string>();
  const shown = ({ id, name, number }: Named) => (marked.has(id) ? `${name} #${number}` : name);
  // Somebody may be called like what another is marked as (`Ann 7`): marked too, until no more are.
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
