import { mayUse, type Permitted } from '../capture/rights/permission-status.ts';
import { USES } from '../capture/rights/permission-step.ts';

/** Longer side of a shared customer picture, px: small enough to recognise it, until its author permits more. */
const SIDES = { seen: 320, granted: 1600 } as const;
const QUALITY = 0.8;

/** Re-encodes a picture as a small JPEG, which drops all metadata. Null where the browser cannot decode it. */
async function shrunk(picture: Blob, most: number): Promise<Blob | null> {
  try {
    const bitmap = await createImageBitmap(picture);
    const scale = Math.min(1, most / Math.max(bitmap.width, bitmap.height));
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(bitmap.width * scale)),
      Math.max(1, Math.round(bitmap.height * scale)),
    );
    canvas
      .getContext('2d', { willReadFrequently: true })
      ?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
  } catch {
    // Not a picture after all: the post is shared without one.
    return null;
  }
}

/** The preview that a team gets: small, unless the author has granted some use that has not ended. */
export function previewOf(permitted: Permitted, picture: Blob, now: number): Promise<Blob | null> {
  const isGranted = USES.some((use) => mayUse(permitted, use, now));
  return shrunk(picture, isGranted ? SIDES.granted : SIDES.seen);
}
