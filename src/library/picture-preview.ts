import { mayUse, type Permitted, untilOf } from '../capture/rights/permission-status.ts';
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

/** Whether the author has granted some use that has not ended. */
const isGranted = (permitted: Permitted, now: number): boolean =>
  USES.some((use) => mayUse(permitted, use, now));

/** The preview that a team gets: small, unless the author has granted some use. */
export function previewOf(permitted: Permitted, picture: Blob, now: number): Promise<Blob | null> {
  return shrunk(picture, isGranted(permitted, now) ? SIDES.granted : SIDES.seen);
}

/** When a preview made at `now` may no longer be shown, UTC ms; null where it needs no permission or that has no end. */
export const previewEnd = (permitted: Permitted, now: number): number | null =>
  isGranted(permitted, now) ? untilOf(permitted) : null;
