const utf8 = new TextEncoder();

/** Approximate bytes of a row: names and text in UTF-8, binary as is; without indexes and storage overhead. */
export function bytesOf(value: unknown): number {
  if (typeof value === 'string') return utf8.encode(value).length;
  if (typeof value === 'number') return 8;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + bytesOf(one), 0);
  if (typeof value !== 'object' || value === null) return 1;
  return Object.entries(value).reduce((sum, [name, one]) => sum + name.length + bytesOf(one), 0);
}
