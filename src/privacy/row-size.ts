const utf8 = new TextEncoder();

/** Bytes of what a row holds: names and text in UTF-8, pictures as they are. Indexes and the disk's own order come on top. */
export function bytesOf(value: unknown): number {
  if (typeof value === 'string') return utf8.encode(value).length;
  if (typeof value === 'number') return 8;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + bytesOf(one), 0);
  if (typeof value !== 'object' || value === null) return 1;
  return Object.entries(value).reduce((sum, [name, one]) => sum + name.length + bytesOf(one), 0);
}
