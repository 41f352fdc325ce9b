import { useState } from 'preact/hooks';
import { t } from '../../../src/i18n/language.ts';
import type { RawPost } from '../../../src/post/post.ts';
import { ReceivedCard } from './received-card.tsx';

interface AboveProps {
  page: string;
  received: RawPost | null;
}

/** What this page is beside the extension. Who has that joins there: then it is one device, with sharing from feeds. */
function JoinNote() {
  return (
    <aside class="join-note" aria-label={t('webExtensionName')}>
      <p>{t('webWhat')}</p>
      <p>{t('webExtension')}</p>
      <details>
        <summary>{t('webHaveExtension')}</summary>
        <p>{t('webPasteThere')}</p>
        <input
          class="input"
          readOnly
          aria-label={t('joinLink')}
          value={location.href}
          onFocus={(event) => event.currentTarget.select()}
        />
      </details>
    </aside>
  );
}

/** Content above a page on the web: what another app shared, and a note for somebody with an invite. */
export function Above({ page, received }: AboveProps) {
  const [gone, setGone] = useState(false);
  if (page === 'join') return <JoinNote />;
  return received && !gone ? <ReceivedCard post={received} onGone={() => setGone(true)} /> : null;
}
