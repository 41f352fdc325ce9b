import { useState } from 'preact/hooks';
import { dayTime } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import { authorsOf } from '../../team/authors.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { sayFailure } from '../../ui/failure-toast.ts';
import { TextArea } from '../../ui/field.tsx';
import type { Comment } from '../comment.ts';
import type { Located } from '../read.ts';
import { byline, type Names } from './byline.ts';

interface TalkProps {
  title: string;
  comments: readonly Located<Comment>[];
  names: Names;
  /** Id of the member who may delete their own comments here. */
  me: string;
  /** Null without the right to write. */
  onSay: ((text: string) => Promise<void>) | null;
  onTakeBack: (comment: Comment) => Promise<void>;
  onClose: () => void;
}

/** Comments on an item, oldest first. */
export function CommentsDialog({ title, comments, names, me, onSay, onTakeBack, onClose }: TalkProps) {
  const [text, setText] = useState('');
  const say = async () => {
    await onSay?.(text.trim());
    setText('');
  };
  return (
    <Dialog open={true} title={t('libraryTalkOf', { title })} onClose={onClose}>
      {comments.length === 0 && <p class="soft">{t('libraryTalkNone')}</p>}
      <ul class="library-past">
        {comments.map(({ value: comment, writers }) => (
          <li key={comment.id}>
            <p class="caption">
              <bdi>{byline(writers, names)}</bdi> · <time>{dayTime(comment.at, current.value.language)}</time>
            </p>
            <p dir="auto" class="library-body">
              {comment.text}
            </p>
            {authorsOf(writers, names.owners).last === me && onSay && (
              <Button kind="quiet" onClick={() => void onTakeBack(comment).catch(sayFailure)}>
                {t('libraryTalkBack')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {onSay && (
        <>
          <TextArea label={t('libraryTalkSay')} value={text} rows={3} maxLength={4000} onInput={setText} />
          <Button kind="shu" disabled={text.trim() === ''} onClick={() => void say().catch(sayFailure)}>
            {t('libraryTalkSend')}
          </Button>
        </>
      )}
    </Dialog>
  );
}
