import type { Capture, Medium } from '../../../src/capture/capture.ts';
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

/** A PNG of one colour, 40 by 30. Drawn anew it would take a second: the browser encodes when it has nothing to do. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAACgAAAAeCAMAAABpA6zvAAAAA1BMVEXAgGBA5FKJAAAAEklEQVR42mNgGAWjYBSMguEAAATOAAHtUfYIAAAAAElFTkSuQmCC';

/** A real picture of one colour, as its bytes. */
export function picture(hash: string): Medium {
  return { hash, type: 'image/png', bytes: Uint8Array.from(atob(PNG), (sign) => sign.charCodeAt(0)), at: 1 };
}
