/** A room that is full goes on in a further part: `library/2026-11`, then `library/2026-11/2` and so on. */
const PART = /^(.+)\/([2-9]|[1-9]\d)$/;
const MOST_PARTS = 99;

/** The room that a part is of; a room that is no further part is its own. */
export const wholeOf = (name: string): string => PART.exec(name)?.[1] ?? name;

/** Which part of its room it is, from 1. */
export const partOf = (name: string): number => Number(PART.exec(name)?.[2] ?? 1);

const named = (whole: string, part: number) => (part === 1 ? whole : `${whole}/${part}`);

/** The part after it; null behind the last that there may be. */
export function nextPart(name: string): string | null {
  const part = partOf(name);
  return part < MOST_PARTS ? named(wholeOf(name), part + 1) : null;
}

/** The part before it; null before the first. */
export function partBefore(name: string): string | null {
  const part = partOf(name);
  return part > 1 ? named(wholeOf(name), part - 1) : null;
}
