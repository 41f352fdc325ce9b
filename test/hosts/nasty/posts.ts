import type { XPost } from '../x/posts.ts';

const plain = { replies: 0, reposts: 0, likes: 1, bookmarks: 0, views: 10, lang: 'en' } as const;

/** Text that is dangerous where it is taken for markup, or hides what it says. */
export const HOSTILE = {
  markup:
    '<img src=x onerror="window.__harm++"><b>bold?</b> &lt;i&gt; </textarea><svg onload=window.__harm++>',
  script: '</script><script>window.__harm++</script> javascript:window.__harm++ {{7*7}}',
  bidi: 'pay \u202Emoc.live\u202C now \u2066x\u2069 \u200Fright\u200E',
  zeroWidth: 'ze\u200Bro\u200Dwi\u2060dth\uFEFF \u00AD soft',
  csv: '=HYPERLINK("https://evil.example","x")',
  lone: 'half \uD83D pair and \u0000 control \u0007',
} as const;

export const hostile: readonly XPost[] = Object.entries(HOSTILE).map(([kind, text], at) => ({
  ...plain,
  name: `Mallory ${text.slice(0, 60)}`,
  handle: `mallory_${kind.toLowerCase()}`.slice(0, 15),
  time: `2026-11-23T0${at}:00:00.000Z`,
  text,
}));

/** A megabyte of text in one post. */
export const long: XPost = {
  ...plain,
  name: 'Longwinded',
  handle: 'longwinded',
  time: '2026-11-22T00:00:00.000Z',
  // Words with spaces: a megabyte without one keeps the browser itself busy for a minute.
  text: 'A long story, told once more. '.repeat(35_000),
};

/** Five hundred pictures in one post. */
export const many: XPost = {
  ...plain,
  name: 'Shutterbug',
  handle: 'shutterbug',
  time: '2026-11-22T01:00:00.000Z',
  text: 'All of them.',
  media: Array.from({ length: 500 }, (_, at) => ({
    kind: 'image' as const,
    name: `Gmany${at}`,
    alt: `no. ${at}`,
  })),
};
