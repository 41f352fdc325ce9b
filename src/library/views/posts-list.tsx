import type { ComponentChildren } from 'preact';
import { age } from '../../i18n/age.ts';
import { fold } from '../../i18n/fold.ts';
import { date } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import { termsOf } from '../../i18n/query.ts';
import { Button } from '../../ui/button.tsx';
import type { LibraryPost } from '../library-post.ts';
import { byline, type Names } from './byline.ts';
import type { ShownLibrary } from './use-library.ts';

interface PostsProps {
  library: ShownLibrary;
  words: string;
  names: Names;
  siteName: (site: string) => string;
  /** Its shared preview, by hash. */
  preview: (hash: string) => ComponentChildren;
  /** Null without the right to write. */
  onTrash: ((post: LibraryPost) => void) | null;
  onTalk: (post: LibraryPost) => void;
}

/** Whether every search term occurs in a post. */
function saying(words: string): (post: LibraryPost) => boolean {
  const terms = termsOf(words).map(({ text }) => text);
  return ({ author, text, url }) => {
    const haystack = fold([author.name, author.handle, text, url].join('\n'));
    return terms.every((term) => haystack.includes(term));
  };
}

/** Its preview, unless the author's permission for that has ended. */
function pictureOf({ thumbnail, until }: LibraryPost, preview: PostsProps['preview']): ComponentChildren {
  if (until === undefined || until >= Date.now()) return preview(thumbnail);
  return <p class="caption">{t('libraryPictureEnded', { date: date(until, current.value.language) })}</p>;
}

/** Customer posts that colleagues shared. View only: publishing them needs the author's permission. */
export function PostsPart({ library, words, names, siteName, preview, onTrash, onTalk }: PostsProps) {
  const isSaying = saying(words);
  const standing = library.posts.filter(({ value }) => value.trashed === 0);
  const posts = standing.filter(({ value }) => isSaying(value));
  const commentCountOf = (id: string) => library.comments.get(id)?.length ?? 0;
  if (standing.length === 0) return <p>{t('libraryPostsNone')}</p>;
  if (posts.length === 0) return <p>{t('libraryNoMatch')}</p>;
  return (
    <ul class="library-list">
      {posts.map(({ value: post, writers }) => (
        <li class="library-post" key={post.id}>
          <div class="library-what">
            <p class="library-title" dir="auto">
              {post.author.name || post.author.handle || post.url}
            </p>
            <p class="soft library-words" dir="auto">
              {post.text}
            </p>
            <p class="caption">
              {[siteName(post.site), byline(writers, names), age(post.at, Date.now())]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {post.thumbnail && <div class="library-media">{pictureOf(post, preview)}</div>}
          </div>
          <div class="library-acts">
            <a class="button" href={post.url} target="_blank" rel="noreferrer">
              {t('libraryPostOpen')}
            </a>
            <Button kind="quiet" onClick={() => onTalk(post)}>
              {commentCountOf(post.id) === 0
                ? t('libraryTalk')
                : t('libraryTalkN', { n: commentCountOf(post.id) })}
            </Button>
            {onTrash && (
              <Button kind="quiet" onClick={() => onTrash(post)}>
                {t('libraryTrash')}
              </Button>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
