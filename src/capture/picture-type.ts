import { hashOf } from '../workspace/bytes.ts';
import type { Medium } from './capture.ts';

const starts = (bytes: Uint8Array, ...head: number[]) => head.every((byte, i) => bytes[i] === byte);
const ascii = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to));

/** A picture's type by its magic bytes, whatever its header says; null for types we do not store. */
export function typeOf(bytes: Uint8Array): Medium['type'] | null {
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47)) return 'image/png';
  if (ascii(bytes, 0, 4) === 'GIF8') return 'image/gif';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp';
  if (ascii(bytes, 4, 12) === 'ftypavif') return 'image/avif';
  return null;
}

/** Whether a picture's bytes are what the row says of them. */
export async function isPictureOfItsHash({ hash, type, bytes }: Medium): Promise<boolean> {
  return typeOf(bytes) === type && (await hashOf(bytes)) === hash;
}
