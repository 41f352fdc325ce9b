import type { About } from '../about.ts';
import { type Day, sameWhen } from '../day.ts';
import type { Author, Media, Post, PostKind } from '../post.ts';

/** What one source of page data says; empty fields where it says nothing. */
export interface Facts {
  readonly kind: PostKind | null;
  readonly title: string;
  readonly author: Author;
  readonly text: string;
  readonly lang: string;
  readonly time: number | null;
  /** Where only a day is known. */
  readonly day: Day | null;
  readonly media: readonly Media[];
  readonly counts: Post['counts'];
  readonly about: About;
}

export const NOBODY: Author = { name: '', handle: '', url: '' };
export const NOTHING: Facts = {
  kind: null,
  title: '',
  author: NOBODY,
  text: '',
  lang: '',
  time: null,
  day: null,
  media: [],
  counts: {},
  about: {},
};

/** Merges authors of several sources: a later one adds fields only if it names nobody else. */
function sameAuthor(one: Author, other: Author): Author {
  if (one.name && other.name && one.name !== other.name) return one;
  return {
    name: one.name || other.name,
    handle: one.handle || other.handle,
    url: one.url || other.url,
  };
}

/** Each fact from the first source that has it. `page` is the kind until a source is more specific. */
export function merged(layers: readonly Facts[]): Facts {
  return layers.reduce(
    (sum, one) => ({
      kind: sum.kind === null || sum.kind === 'page' ? (one.kind ?? sum.kind) : sum.kind,
      title: sum.title || one.title,
      author: sameAuthor(sum.author, one.author),
      text: sum.text || one.text,
      lang: sum.lang || one.lang,
      ...sameWhen(sum, one),
      media: sum.media.length > 0 ? sum.media : one.media,
      counts: { ...one.counts, ...sum.counts },
      about: { ...one.about, ...sum.about },
    }),
    NOTHING,
  );
}
