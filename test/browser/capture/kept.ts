import type { Capture, Medium } from '../../../src/capture/tables.ts';
import type { Post } from '../../../src/post/post.ts';

/** An invented post with what a test wants of it. */
export function post(id: string, part: Partial<Post> = {}): Post {
  return {
    key: `x:${id}`,
    site: 'x',
    kind: 'post',
    url: `https://x.com/aoi/status/${id}`,
    title: '',
    author: { name: 'あおい', handle: '@aoi', url: 'https://x.com/aoi' },
    text: `夕凪の感想 ${id}`,
    lang: 'ja',
    time: 1_790_000_000_000,
    links: [],
    media: [],
    counts: {},
    quotes: null,
    answers: null,
    capped: [],
    recipe: { id: 'x', version: 3 },
    status: 'full',
    missing: [],
    ...part,
  };
}

/** An invented capture. `at` decides its place in the list. */
export function capture(
  id: string,
  at: number,
  part: Partial<Capture> = {},
  read: Partial<Post> = {},
): Capture {
  const own = post(id, read);
  return {
    id: `capture-${id}`,
    post: own.key,
    at,
    read: own,
    looks: [{ at, counts: own.counts, text: own.text }],
    pictures: [],
    tags: [],
    note: '',
    rights: 'unasked',
    event: `c-capture-${id}`,
    undone: 0,
    ...part,
  };
}

/** A real picture of one colour, as its bytes. */
export async function picture(hash: string): Promise<Medium> {
  const canvas = new OffscreenCanvas(40, 30);
  const draw = canvas.getContext('2d');
  if (!draw) throw new Error('no canvas');
  draw.fillStyle = '#c08060';
  draw.fillRect(0, 0, 40, 30);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return { hash, type: 'image/png', bytes: new Uint8Array(await blob.arrayBuffer()), at: 1 };
}
