/** A part of the hub that is there once it is open. */
export function opened<Part>(part: Part | null): Part {
  if (part === null) throw new Error('the hub is not open yet');
  return part;
}
