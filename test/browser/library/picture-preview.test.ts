import { describe, expect, it, vi } from 'vitest';
import type { Permitted } from '../../../src/capture/rights/permission-status.ts';
import type { Step } from '../../../src/capture/rights/permission-step.ts';
import { previewEnd, previewOf } from '../../../src/library/picture-preview.ts';

const NOW = 1_800_000_000_000;

async function drawn(width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.fillRect(0, 0, width, height);
  return canvas.convertToBlob();
}
const granted = (part: Partial<Step> = {}): Permitted => ({
  rights: 'granted',
  permission: [
    {
      ...{ id: 'step-0001', type: 'granted', at: NOW, on: NOW, words: 'どうぞ', link: '', uses: ['ads'] },
      ...{ terms: '', until: null, ...part },
    },
  ],
});
async function sizeOf(permitted: Permitted, width: number, height: number) {
  const preview = await previewOf(permitted, await drawn(width, height), NOW);
  if (!preview) return null;
  const bitmap = await createImageBitmap(preview);
  return [preview.type, bitmap.width, bitmap.height];
}

describe('the preview of a picture', () => {
  it.each([
    ['nothing was asked', { rights: 'unasked' } as const, 320],
    ['its author has granted one use', granted(), 1600],
    ['this is the last moment of what they granted', granted({ until: NOW }), 1600],
    ['what they granted has ended', granted({ until: NOW - 1 }), 320],
    ['they have taken it back', { ...granted(), rights: 'revoked' } as const, 320],
  ])('has a longer side by what may be used: where %s', async (_, permitted, side) => {
    expect(await sizeOf(permitted, 2000, 1000)).toEqual(['image/jpeg', side, side / 2]);
    expect(await sizeOf(permitted, 1000, 2000)).toEqual(['image/jpeg', side / 2, side]);
  });

  it('may be shown to the end of what needs it, and for ever where nothing ends', () => {
    const ends = (permitted: Permitted) => previewEnd(permitted, NOW);
    expect([ends(granted({ until: NOW })), ends(granted({ until: NOW + 1 }))]).toEqual([NOW, NOW + 1]);
    expect([ends(granted()), ends(granted({ until: NOW - 1 })), ends({ rights: 'unasked' })]).toEqual([
      null,
      null,
      null,
    ]);
    expect(ends({ ...granted({ until: NOW + 1 }), rights: 'revoked' })).toBeNull();
  });

  it('is never larger than the picture, and never without a pixel', async () => {
    expect(await sizeOf(granted(), 100, 50)).toEqual(['image/jpeg', 100, 50]);
    expect(await sizeOf(granted(), 2000, 1)).toEqual(['image/jpeg', 1600, 1]);
    expect(await sizeOf(granted(), 1, 2000)).toEqual(['image/jpeg', 1, 1600]);
  });

  it('is as good as its size asks for, and gives back what it decoded', async () => {
    const [made, closed] = [
      vi.spyOn(OffscreenCanvas.prototype, 'convertToBlob'),
      vi.spyOn(ImageBitmap.prototype, 'close'),
    ];
    const picture = await drawn(10, 10);
    made.mockClear();
    await previewOf(granted(), picture, NOW);
    expect(made.mock.calls).toEqual([[{ type: 'image/jpeg', quality: 0.8 }]]);
    expect(closed).toHaveBeenCalledOnce();
    vi.restoreAllMocks();
  });

  it('shows the picture', async () => {
    const canvas = new OffscreenCanvas(400, 400);
    const context = canvas.getContext('2d');
    if (context) context.fillStyle = 'rgb(255, 0, 0)';
    context?.fillRect(0, 0, 400, 400);
    const preview = await previewOf(granted(), await canvas.convertToBlob(), NOW);
    const seen = new OffscreenCanvas(1, 1).getContext('2d');
    seen?.drawImage(await createImageBitmap(preview ?? new Blob()), 0, 0, 1, 1);
    expect(seen?.getImageData(0, 0, 1, 1).data[0]).toBeGreaterThan(240);
  });

  it('is none of what is no picture', async () => {
    expect(await previewOf(granted(), new Blob(['tea']), NOW)).toBeNull();
  });
});
