import { type PageOptions, readPage } from '../../../src/post/page/read-page.ts';
import { Post } from '../../../src/post/post.ts';

export const parsed = (markup: string) => new DOMParser().parseFromString(markup, 'text/html');

/** Reads a page as Keep would, and checks what it gives against the schema. */
export function readAt(page: string | Document, options: Partial<PageOptions> = {}): Post {
  const doc = typeof page === 'string' ? parsed(page) : page;
  const href = options.href ?? 'https://a.example/story';
  const reading = readPage(doc, { href, loadedHref: href, selection: '', ...options });
  if (!reading.ok) throw new Error('not read');
  return Post.parse(reading.post);
}

export const ld = (value: unknown) =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;

export const meta = (values: Record<string, string>) =>
  Object.entries(values)
    .map(([name, value]) => `<meta property="${name}" content="${value.replaceAll('"', '&quot;')}">`)
    .join('');
