/** A part of the hub that exists only after it was opened. */
export function opened<Part>(part: Part | null): Part {
  if (part === null) throw new Error('the hub is not open yet');
  return part;
}
