import type { RawPost } from './post.ts';

/** A post of which only address and title are known. */
export function barePost(key: string, url: string, title: string): RawPost {
  return {
    key,
    site: 'page',
    kind: 'page',
    url,
    title,
    author: { name: '', handle: '', url: '' },
    text: '',
    lang: '',
    time: null,
    links: [],
    media: [],
    counts: {},
    quotes: null,
    answers: null,
    capped: [],
    recipe: { id: 'page', version: 1 },
    status: 'partial',
    missing: ['author', 'text', 'time'],
  };
}
