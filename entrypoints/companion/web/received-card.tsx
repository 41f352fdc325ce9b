import { useState } from 'preact/hooks';
import { failureText } from '../../../src/app/failure-text.ts';
import type { Messages } from '../../../src/app/messages.ts';
import { t } from '../../../src/i18n/language.ts';
import type { RawPost } from '../../../src/post/post.ts';
import { settled } from '../../../src/post/resolve-counts.ts';
import { openSheet } from '../../../src/share/views/sheet/mount.tsx';
import { Button } from '../../../src/ui/button.tsx';
import { BookmarkPlus, X } from '../../../src/ui/icon.ts';
import { Knot } from '../../../src/ui/knot.tsx';
import { asking } from '../../../src/workspace/ask.ts';
import { newId } from '../../../src/workspace/ids.ts';

const ask = asking<Messages>();

async function keep(post: RawPost, id: string): Promise<string> {
  const saved = await ask('capture.keep', { id, at: Date.now(), post: settled(post) });
  return saved.ok ? t(saved.value.before ? 'feedKeptAgain' : 'feedKept') : failureText(saved);
}

function Acts({ post, say }: { post: RawPost; say: (words: string) => void }) {
  const [id] = useState(newId);
  return (
    <p class="received-acts">
      <Button kind="shu" icon={<Knot />} onClick={(event) => openSheet(post, event.currentTarget)}>
        {t('receivedShare')}
      </Button>
      <Button icon={<BookmarkPlus aria-hidden="true" />} onClick={() => void keep(post, id).then(say)}>
        {t('popupKeep')}
      </Button>
    </p>
  );
}

/** What another app shared, and what can be done with it. Nothing is recorded before a press. */
export function ReceivedCard({ post, onGone }: { post: RawPost; onGone: () => void }) {
  const [result, say] = useState('');
  return (
    <section class="received" aria-labelledby="received-title">
      <h2 id="received-title" dir="auto">
        {post.title}
      </h2>
      <Button
        kind="quiet"
        class="received-away"
        icon={<X aria-hidden="true" />}
        aria-label={t('receivedAway')}
        title={t('receivedAway')}
        onClick={onGone}
      />
      {post.text && (
        <p class="received-text" dir="auto">
          {post.text}
        </p>
      )}
      {post.url ? (
        <>
          <p class="caption received-url" dir="ltr">
            {post.url}
          </p>
          <Acts post={post} say={say} />
        </>
      ) : (
        <p>{t('receivedNoLink')}</p>
      )}
      <p class="caption" role="status">
        {result}
      </p>
    </section>
  );
}
