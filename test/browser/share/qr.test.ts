import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { pngFile, qrOf, svgFile } from '../../../src/ui/qr.ts';

const LINK =
  'https://asahi-coffee.example/yunagi?utm_source=qr&utm_medium=qr&utm_campaign=musubi&ref=k7q2m9xa';

/** Dark or light at the middle of each module of a drawn code. */
async function read(file: Blob, size: number): Promise<boolean[][]> {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = image.naturalWidth;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(image, 0, 0);
  URL.revokeObjectURL(image.src);
  const module = image.naturalWidth / size;
  const dark = (x: number, y: number) =>
    (context.getImageData((x + 0.5) * module, (y + 0.5) * module, 1, 1).data[0] ?? 255) < 128;
  return Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_, x) => dark(x, y)));
}

test('both files draw every module of the code, at level M', async () => {
  const code = qrOf(LINK);
  const { data } = encode(LINK, { ecc: 'M', border: 4 });
  expect(await read(await pngFile(code), code.size)).toEqual(data);
  expect(await read(svgFile(code), code.size)).toEqual(data);
});

test('a quiet zone of four modules is left on every side', async () => {
  const code = qrOf(LINK);
  const rows = await read(await pngFile(code), code.size);
  const outer = rows.filter(
    (row, y) => y < 4 || y >= code.size - 4 || row.slice(0, 4).some(Boolean) || row.slice(-4).some(Boolean),
  );
  expect(outer).toHaveLength(8);
  expect(outer.flat().some(Boolean)).toBe(false);
  expect(rows[4]?.[4]).toBe(true);
});

test('the longest link that we make still fits', () => {
  expect(qrOf(`https://a.example/${'x'.repeat(1782)}`).size).toBeLessThanOrEqual(177 + 8);
});
