/** The closed list of what is taken, by the first bytes. No SVG and no HTML: they would run beside the companion's keys. */
const KINDS: readonly { type: string; fits: (head: Uint8Array) => boolean }[] = [
  { type: 'image/jpeg', fits: (head) => starts(head, [0xff, 0xd8, 0xff]) },
  { type: 'image/png', fits: (head) => starts(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { type: 'image/gif', fits: (head) => ['GIF87a', 'GIF89a'].includes(text(head, 0, 6)) },
  { type: 'image/webp', fits: (head) => text(head, 0, 4) === 'RIFF' && text(head, 8, 12) === 'WEBP' },
  { type: 'image/avif', fits: (head) => text(head, 4, 8) === 'ftyp' && /^avi[fs]$/.test(text(head, 8, 12)) },
  {
    type: 'video/mp4',
    fits: (head) => text(head, 4, 8) === 'ftyp' && /^(iso[m2-6]|mp4[12]|avc1)$/.test(text(head, 8, 12)),
  },
];

const starts = (head: Uint8Array, bytes: readonly number[]) => bytes.every((byte, at) => head[at] === byte);
const text = (head: Uint8Array, from: number, to: number) => String.fromCharCode(...head.subarray(from, to));

/** The type of a medium by its bytes, whatever type it came with; null for what is not on the list. */
export function typeOfBytes(bytes: Uint8Array): string | null {
  return KINDS.find(({ fits }) => fits(bytes))?.type ?? null;
}
