import { type Code, MODULE } from './qr.ts';

/** A code with a logo in its middle. */
export interface MarkedCode {
  readonly code: Code;
  /** The logo as a `data:image/png` URL; empty for none. */
  readonly mark: string;
}

/** Share of a side that the logo and its margin cover: a twentieth of the area, where level H tolerates 30 %. */
const MARK = 0.22;
/** Margin around the logo, modules. */
const AIR = 1;

/** Position of the logo, in whole modules, so that none is half covered. */
export function markPlace({ size }: Code): { at: number; side: number } {
  const half = Math.max(2, Math.floor((size * MARK) / 2));
  const side = 2 * half + (size % 2);
  return { at: (size - side) / 2, side };
}

/** The picture as SVG: only figures and the logo's base64, no other text from outside. */
export function svgOf({ code, mark }: MarkedCode): string {
  const { size, path } = code;
  const side = size * MODULE;
  const { at, side: box } = markPlace(code);
  const middle = mark
    ? `<path fill="#fff" d="M${at} ${at}h${box}v${box}h-${box}z"/><image x="${at + AIR}" y="${at + AIR}" width="${box - 2 * AIR}" height="${box - 2 * AIR}" href="${mark}"/>`
    : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/>${middle}</svg>`;
}

async function pictureAt(url: string): Promise<HTMLImageElement> {
  const picture = new Image();
  picture.src = url;
  await picture.decode();
  return picture;
}

function blank(width: number, height: number) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  return { canvas, context };
}

/** Renders the same SVG that is saved, so that reading it back tests that file. */
export async function drawn(marked: MarkedCode) {
  const url = URL.createObjectURL(new Blob([svgOf(marked)], { type: 'image/svg+xml' }));
  try {
    const picture = await pictureAt(url);
    const side = marked.code.size * MODULE;
    const { canvas, context } = blank(side, side);
    context.drawImage(picture, 0, 0, side, side);
    return { canvas, pixels: context.getImageData(0, 0, side, side) };
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Decodes pixels with an independent QR reader; null where it fails. Loaded on demand. */
export async function readBack({ data, width, height }: ImageData): Promise<string | null> {
  const { default: jsQR } = await import('jsqr');
  return jsQR(data, width, height, { inversionAttempts: 'dontInvert' })?.data ?? null;
}

/** A canvas as a PNG file. Rejects where the browser yields none. */
export const pngOf = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });

/** Longest side of a stored logo, px. */
const MARK_SIDE = 240;
/** Largest file accepted as a logo, bytes. */
export const MOST_MARK = 4_000_000;

/** A picture file as a logo: small, square and re-encoded. Rejects other files. */
export async function markFrom(file: Blob): Promise<string> {
  const url = URL.createObjectURL(file);
  try {
    const picture = await pictureAt(url);
    const [wide, high] = [picture.naturalWidth || MARK_SIDE, picture.naturalHeight || MARK_SIDE];
    const scale = MARK_SIDE / Math.max(wide, high);
    const { canvas, context } = blank(MARK_SIDE, MARK_SIDE);
    const [w, h] = [wide * scale, high * scale];
    context.drawImage(picture, (MARK_SIDE - w) / 2, (MARK_SIDE - h) / 2, w, h);
    return canvas.toDataURL('image/png');
  } finally {
    URL.revokeObjectURL(url);
  }
}
