import { useId, useState } from 'preact/hooks';
import type { Wording } from '../../disclosure/disclosure.ts';
import type { Session } from './session.ts';
import type { SheetKey } from './sheet-words.ts';
import { TrustedButton } from './trusted-button.tsx';

const LACKS: Record<Extract<Wording, { ok: false }>['reason'], SheetKey> = {
  empty: 'sheetDisclosureEmpty',
  marker: 'sheetDisclosureMarker',
  insufficient: 'sheetDisclosureShort',
};

interface WhyProps {
  session: Session;
  done: () => void;
}

/** Asks for the reason before removing the disclosure; without one it stays. */
function Why({ session, done }: WhyProps) {
  const id = useId();
  const [reason, setReason] = useState('');
  const { say } = session;
  return (
    <div class="control why">
      <label for={id}>{say('sheetDisclosureWhy')}</label>
      <input
        id={id}
        class="input"
        maxLength={300}
        autofocus
        ref={(input) => input?.focus()}
        aria-describedby={`${id}-hint`}
        value={reason}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <p class="field-hint" id={`${id}-hint`}>
        {say(session.composer.value.rule.why)} {say('sheetDisclosureWhyHint')}
      </p>
      <div class="aside">
        <TrustedButton run={done}>{say('sheetDisclosureKeep')}</TrustedButton>
        <TrustedButton
          disabled={reason.trim() === ''}
          run={() => {
            session.change({ removed: reason.trim() });
            done();
          }}
        >
          {say('sheetDisclosureConfirm')}
        </TrustedButton>
      </div>
    </div>
  );
}

function Field({ session, id, takeOut }: { session: Session; id: string; takeOut: () => void }) {
  const { say } = session;
  const { disclosure, usual, wording } = session.composer.value;
  const reworded = session.choice.value.disclosure !== null;
  return (
    <div class="control">
      <div class="beside">
        <input
          id={id}
          class="input"
          data-field="disclosure"
          maxLength={500}
          dir="auto"
          value={disclosure}
          aria-invalid={!wording.ok}
          aria-describedby={wording.ok ? undefined : `${id}-lacks`}
          onInput={(event) => {
            const text = event.currentTarget.value;
            session.change({ disclosure: text === usual ? null : text });
          }}
        />
        <button type="button" class="textual" onClick={takeOut}>
          {say('sheetDisclosureOut')}
        </button>
      </div>
      {!wording.ok && (
        <p class="wrong" id={`${id}-lacks`} role="alert">
          {say(LACKS[wording.reason])}
        </p>
      )}
      {reworded && (
        <div class="aside">
          <button type="button" class="textual" onClick={() => session.change({ disclosure: null })}>
            {say('sheetDisclosureUsual')}
          </button>
        </div>
      )}
    </div>
  );
}

function Gone({ session }: { session: Session }) {
  const { say } = session;
  return (
    <div class="aside">
      <span>{say('sheetDisclosureGone', { reason: session.choice.value.removed })}</span>
      <button type="button" class="textual" onClick={() => session.change({ removed: '' })}>
        {say('sheetDisclosureBack')}
      </button>
    </div>
  );
}

/** Edits the disclosure within the rule, or removes it with a reason. Hidden where there is no rule. */
export function DisclosureLine({ session }: { session: Session }) {
  const id = useId();
  const [asking, setAsking] = useState(false);
  if (session.composer.value.usual === '') return null;
  const out = session.choice.value.removed !== '';
  return (
    <div class="line">
      <label class="name" for={out || asking ? undefined : id}>
        {session.say('sheetDisclosure')}
      </label>
      {out && <Gone session={session} />}
      {!out && asking && <Why session={session} done={() => setAsking(false)} />}
      {!out && !asking && <Field session={session} id={id} takeOut={() => setAsking(true)} />}
    </div>
  );
}
