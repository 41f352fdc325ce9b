import { type Code, qrOf } from '../ui/qr.ts';
import { drawn, pngOf, readBack, svgOf } from '../ui/qr-marked.ts';

/** A QR code that was drawn and read back as exactly its address. */
export interface CodeFiles {
  readonly svg: string;
  readonly code: Code;
  /** The mark in it; empty where there is none, or it could not be read with it. */
  readonly mark: string;
  readonly png: () => Promise<Blob>;
}

async function tried(address: string, mark: string): Promise<CodeFiles | null> {
  const code = qrOf(address, mark ? 'H' : 'M');
  const { canvas, pixels } = await drawn({ code, mark });
  if ((await readBack(pixels)) !== address) return null;
  return { svg: svgOf({ code, mark }), code, mark, png: () => pngOf(canvas) };
}

/** The code of an address with a mark, read back; without the mark where it cannot be read with it; null where it never can. */
export async function codeFiles(address: string, mark: string): Promise<CodeFiles | null> {
  return (mark ? await tried(address, mark) : null) ?? tried(address, '');
}
