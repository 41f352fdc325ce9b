import { useId, useState } from 'preact/hooks';
import type { Session } from './session.ts';
import { TrustedButton } from './trusted-button.tsx';

/** Author and site, as the question names them. */
function whose(session: Session): string {
  const { author, url } = session.facts.post;
  const host = new URL(url).hostname.replace(/^www\./, '');
  return author.name || author.handle || host;
}

/** The one question before the first share: whether this is the employer's, and what else is. */
export function RelationAsk({ session }: { session: Session }) {
  const id = useId();
  const { say } = session;
  const [named, setNamed] = useState('');
  return (
    <section class="ask" data-field="relation" tabIndex={-1} aria-labelledby={`${id}-ask`}>
      <h3 id={`${id}-ask`}>{say('sheetAsk', { author: whose(session) })}</h3>
      <p class="caption">{say('sheetAskWhy')}</p>
      <label class="ask-label" for={id}>
        {say('sheetAskNamed')}
      </label>
      <input
        id={id}
        class="input"
        autocomplete="off"
        spellcheck={false}
        maxLength={2000}
        placeholder={say('sheetAskExample')}
        aria-describedby={`${id}-hint`}
        value={named}
        onInput={(event) => setNamed(event.currentTarget.value)}
      />
      <p class="field-hint" id={`${id}-hint`}>
        {say('sheetAskNamedHint')}
      </p>
      <div class="ask-answers">
        <TrustedButton data-answer="yes" run={() => void session.answer(true, named)}>
          {say('sheetAskYes')}
        </TrustedButton>
        <TrustedButton data-answer="no" run={() => void session.answer(false, named)}>
          {say('sheetAskNo')}
        </TrustedButton>
      </div>
    </section>
  );
}
