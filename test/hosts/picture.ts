import { crc32, deflateSync } from 'node:zlib';
import type { Answer } from './answer.ts';

const kept = new Map<string, Uint8Array>();

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** A number from a name, the same every time. */
function seedOf(name: string): number {
  let seed = 2166136261;
  for (const sign of name) seed = Math.imul(seed ^ (sign.codePointAt(0) ?? 0), 16777619) >>> 0;
  return seed;
}

function mix(a: readonly number[], b: readonly number[], at: number): number[] {
  return a.map((from, index) => Math.round(from + ((b[index] ?? from) - from) * at));
}

const PALETTES = [
  [
    [246, 214, 190],
    [214, 146, 112],
    [120, 74, 58],
  ],
  [
    [206, 222, 214],
    [122, 158, 140],
    [44, 74, 68],
  ],
  [
    [248, 232, 186],
    [226, 170, 88],
    [138, 82, 40],
  ],
  [
    [206, 216, 236],
    [116, 138, 186],
    [42, 54, 98],
  ],
  [
    [240, 210, 216],
    [196, 116, 132],
    [92, 40, 62],
  ],
] as const;

type Palette = (typeof PALETTES)[number];

/** Pixels of a gradient, packed; there are few of them, and they are slow to make. */
function gradient([light, middle, dark]: Palette, width: number, height: number): Uint8Array {
  const line = 1 + width * 3;
  const pixels = Buffer.alloc(line * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (x / width + (2 * y) / height) / 3;
      const colour = at < 0.5 ? mix(light, middle, at * 2) : mix(middle, dark, at * 2 - 1);
      pixels.set(colour, y * line + 1 + x * 3);
    }
  }
  return deflateSync(pixels);
}

/**
 * PNG of a soft gradient. Its colours come from the name, and the name is in it, so that no two pictures have the same
 * bytes. https://www.w3.org/TR/png-3/
 */
export function png(name: string, width: number, height: number): Uint8Array {
  const number = seedOf(name) % PALETTES.length;
  const key = `${number} ${width}x${height}`;
  const pixels = kept.get(key) ?? gradient(PALETTES[number] ?? PALETTES[0], width, height);
  kept.set(key, pixels);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(`Title\0${encodeURI(name)}`, 'latin1')),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

// A 160 × 90 gradient, baseline JPEG.
const JPEG =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAA' +
  'AABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' +
  'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAA' +
  'ABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAA' +
  'AAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAA' +
  'AAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAA' +
  'AABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDAAoHBwgH' +
  'BgoICAgLCgoLDhgQDg0NDh0VFhEYIx8lJCIfIiEmKzcvJik0KSEiMEExNDk7Pj4+JS5ESUM8SDc9Pjv/2wBDAQoLCw4NDhwQ' +
  'EBw7KCIoOzs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozv/wAARCABaAKADASIAAhEB' +
  'AxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAgMBB//EABYQAQEBAAAAAAAAAAAAAAAAAAEAAv/EABkBAQEBAQEBAAAAAAAAAAAA' +
  'AAIBAAMEBf/EABURAQEAAAAAAAAAAAAAAAAAAAAB/9oADAMBAAIRAxEAPwDo6wWS01vA+hBWC2rBaHBWGm1YLEoKwW1YLQoK' +
  'w02rBaFBWmslgsTg6aemWmlpso6aWmemlpqlHTS0y009MhDTT0y00tNUdJWCyWmsnCCsFt0w00KDpgtqwWhQVgtqwWJQdMNN' +
  'qwWhwVp6ZaaemhDpp6ZaaWmyDppaZaaemSDppaZaaWmojpp6ZaaWmSOlLBbVgtnKMWmtumC0KDpgtqwWhQVgtumC0ODpgtqw' +
  '0xKDppaZaaemyjppaZaaemojppaZaaWmSDpp6bdNPTUR00tMtNPTJHTFprJaemgQVhptWCxKCsFtWGmhwVhptWC0KCtPTLTT' +
  '00IdNLTLTT01QdNLTLTS01EdNPTLTS0yQdNPTLTS01EdNLTLTT0yR01aa26YaYJB0wW1YLQ4KwW3TBYlB0wW1YaaFB00tMtN' +
  'PTZR00tMtNLTUR009MtNLTJB00tMtNPTIaOmlplppaaozTS0y00tMhdPWmsmm3JYOmCyYaocBYLJptCg6aembS1Qh00tM9Ut' +
  'VQNNPTPVLVRDTS0z1T1JA00tM9UtVENNPTPVLUkDTS0z1T1UX//Z';

const small = /profile_images|avatar|emoji|abs-0|icon/;

// Emoji are pictures on X; which one it is stands in its alternative text, and this one is for all of them.
const FACE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><circle cx="18" cy="18" r="17" fill="#ffcc4d"/><circle cx="12" cy="14" r="2.5" fill="#664500"/><circle cx="24" cy="14" r="2.5" fill="#664500"/><path d="M9 22q9 9 18 0" fill="none" stroke="#664500" stroke-width="2.5"/></svg>';

/** Answers an image address: JPEG where the name says so, PNG otherwise; small for faces and emoji. */
export function picture(path: string): Answer {
  const headers = { 'access-control-allow-origin': '*', 'cache-control': 'max-age=3600' };
  if (path.endsWith('.svg')) return { type: 'image/svg+xml', headers, body: FACE };
  if (/\.jpe?g$/.test(path) && !small.test(path))
    return { type: 'image/jpeg', headers, body: Buffer.from(JPEG, 'base64') };
  const [width, height] = small.test(path) ? [48, 48] : [480, 270];
  return { type: 'image/png', headers, body: png(path, width, height) };
}
