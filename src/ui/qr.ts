import { encode } from 'uqr';

/** Level M (tolerates 15 %) and a quiet zone of four modules, as ISO/IEC 18004 requires. */
const QUIET = 4;
/** Pixels a module in a saved picture. */
export const MODULE = 12;

export interface Code {
  /** Modules a side, including the quiet zone. */
  readonly size: number;
  /** The dark modules as an SVG path in module units, runs of a row joined. */
  readonly path: string;
}

/** Start and length of each run of dark modules. */
function runs(row: readonly boolean[]): [from: number, length: number][] {
  const found: [number, number][] = [];
  row.forEach((dark, at) => {
    const last = found.at(-1);
    if (!dark) return;
    if (last && last[0] + last[1] === at) last[1] += 1;
    else found.push([at, 1]);
  });
  return found;
}

/** The QR code of an address (2,331 bytes at most; our links are under 1,800). `level` H tolerates 30 % covered. */
export function qrOf(url: string, level: 'M' | 'H' = 'M'): Code {
  const { size, data } = encode(url, { ecc: level, border: QUIET });
  const path = data.flatMap((row, y) => runs(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`));
  return { size, path: path.join('') };
}

/** A QR code as an SVG file. It contains only figures, no text. */
export function svgFile({ size, path }: Code): Blob {
  const side = size * MODULE;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${size} ${size}"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
  return new Blob([svg], { type: 'image/svg+xml' });
}

/** A QR code as a PNG file. Rejects where the browser yields none. */
export async function pngFile({ size, path }: Code): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * MODULE;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(MODULE, MODULE);
  context.fillStyle = '#000000';
  context.fill(new Path2D(path));
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}
