import { useState } from 'preact/hooks';
import { t } from '../../../src/i18n/language.ts';
import type { RawPost } from '../../../src/post/post.ts';
import { ReceivedCard } from './received-card.tsx';

interface AboveProps {
  page: string;
  received: RawPost | null;
}

/** What the extension is beside this page. Who has it joins there: then it is one device, with sharing from feeds. */
export function JoinNote() {
  return (
    <details class="join-note">
      <summary>{t('webHaveExtension')}</summary>
      <p>{t('webExtension')}</p>
      <p>{t('webPasteThere')}</p>
      <input
        class="input"
        readOnly
        aria-label={t('joinLink')}
        value={location.href}
        onFocus={(event) => event.currentTarget.select()}
      />
    </details>
  );
}

/** Content above a page on the web: what another app shared. Somebody with an invite is shown that first. */
export function Above({ page, received }: AboveProps) {
  const [gone, setGone] = useState(false);
  const isShown = received && !gone && page !== 'join';
  return isShown ? <ReceivedCard post={received} onGone={() => setGone(true)} /> : null;
}
