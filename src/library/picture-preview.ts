import { mayUse, type Permitted } from '../capture/rights/permission-status.ts';
import { USES } from '../capture/rights/permission-step.ts';

/** The longer side of what travels of a customer's picture, px: enough to know it by, until its author allows more. */
const SIDES = { seen: 320, granted: 1600 } as const;
const QUALITY = 0.8;

/** A small JPEG of a picture, or null where this browser cannot read it. Nothing of what the file says besides travels with it. */
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
    // A picture that is no picture after all: the post goes without.
    return null;
  }
}

/** What a team gets of a captured post's picture: small unless its author has granted some use of it that has not ended. */
export function previewOf(permitted: Permitted, picture: Blob, now: number): Promise<Blob | null> {
  const isGranted = USES.some((use) => mayUse(permitted, use, now));
  return shrunk(picture, isGranted ? SIDES.granted : SIDES.seen);
}
