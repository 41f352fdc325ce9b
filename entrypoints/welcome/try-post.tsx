import './try-post.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../src/i18n/language.ts';
import { BookmarkCheck, BookmarkPlus, CheckMark } from '../../src/ui/icon.ts';
import { Knot } from '../../src/ui/knot.tsx';

interface TryPostProps {
  /** The disclosure before a share; empty where the person's country has no rule. */
  disclosure: string;
  code: string;
}

/** Address of this page's sample post, on a reserved name (RFC 2606). */
const ADDRESS = 'https://company.example/coffee';

function Shared({ disclosure, code }: TryPostProps) {
  return (
    <>
      <p class="try-strip">
        <CheckMark aria-hidden="true" />
        {t('welcomeTryShared')}
      </p>
      <p class="try-text">
        {disclosure && <mark>{disclosure}</mark>} {t('welcomeTryText')}{' '}
        <span class="try-link">{`${ADDRESS}?ref=${code}`}</span>
      </p>
    </>
  );
}

/** A sample post to try both buttons. Nothing is recorded, copied or opened. */
export function TryPost(props: TryPostProps) {
  const [tried, setTried] = useState<'share' | 'keep' | null>(null);
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (tried) answer.current?.scrollIntoView({ block: 'nearest' });
  }, [tried]);
  const isInCaptures = tried === 'keep';
  return (
    <div class="try">
      <article class="try-post" aria-label={t('welcomeTryAuthor')}>
        <span class="try-face" aria-hidden="true">
          {t('welcomeTryAuthor').slice(0, 1)}
        </span>
        <div>
          <p class="try-author">{t('welcomeTryAuthor')}</p>
          <p>{t('welcomeTryText')}</p>
          <div class="try-row">
            <button
              type="button"
              class={tried === 'share' ? 'try-button is-shared' : 'try-button'}
              aria-label={t('shareName')}
              title={t('shareName')}
              onClick={() => setTried('share')}
            >
              <Knot />
            </button>
            <button
              type="button"
              class="try-button"
              aria-label={t('keepName')}
              title={t('keepName')}
              onClick={() => setTried('keep')}
            >
              {isInCaptures ? <BookmarkCheck aria-hidden="true" /> : <BookmarkPlus aria-hidden="true" />}
            </button>
          </div>
        </div>
      </article>
      <div ref={answer} class="try-answer" role="status">
        {tried === null && <p class="soft">{t('welcomeTryHint')}</p>}
        {tried === 'share' && <Shared {...props} />}
        {isInCaptures && (
          <p class="try-strip">
            <CheckMark aria-hidden="true" />
            {t('welcomeTryKept')}
          </p>
        )}
      </div>
    </div>
  );
}
