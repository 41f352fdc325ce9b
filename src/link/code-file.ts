import { type Code, qrOf } from '../ui/qr.ts';
import { drawn, pngOf, readBack, svgOf } from '../ui/qr-marked.ts';

/** A QR code that was drawn and read back as exactly its address. */
export interface CodeFiles {
  readonly svg: string;
  readonly code: Code;
  /** The mark in it; empty if there is none, or if the code could not be read with it. */
  readonly mark: string;
  readonly png: () => Promise<Blob>;
}

async function tried(address: string, mark: string): Promise<CodeFiles | null> {
  const code = qrOf(address, mark ? 'H' : 'M');
  const { canvas, pixels } = await drawn({ code, mark });
  if ((await readBack(pixels)) !== address) return null;
  return { svg: svgOf({ code, mark }), code, mark, png: () => pngOf(canvas) };
}

/** The code of an address with a mark; without the mark if it cannot be read back with it; null if it never can. */
export async function codeFiles(address: string, mark: string): Promise<CodeFiles | null> {
  return (mark ? await tried(address, mark) : null) ?? tried(address, '');
}
