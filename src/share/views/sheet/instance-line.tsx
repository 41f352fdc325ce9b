import { useId, useState } from 'preact/hooks';
import type { Session } from './session.ts';

/** The person's instance, for a network that has many: asked for the first time, then remembered. */
export function InstanceLine({ session }: { session: Session }) {
  const id = useId();
  const { say, facts } = session;
  const { channel, block } = session.outlook.value;
  const [changing, setChanging] = useState(facts.instance === '');
  if (channel.needs !== 'instance') return null;
  const { instance } = session.choice.value;
  const wrong = instance !== '' && block === 'instance';
  return (
    <div class="line">
      <label class="name" for={changing ? id : undefined}>
        {say('sheetInstance')}
      </label>
      {changing ? (
        <div class="control">
          <input
            id={id}
            class="input"
            data-field="instance"
            inputMode="url"
            autocapitalize="none"
            autocomplete="off"
            spellcheck={false}
            placeholder="mastodon.example"
            value={instance}
            aria-invalid={wrong}
            aria-describedby={`${id}-hint`}
            onInput={(event) => session.change({ instance: event.currentTarget.value })}
          />
          <p class={wrong ? 'wrong' : 'field-hint'} id={`${id}-hint`}>
            {say(wrong ? 'sheetInstanceWrong' : 'sheetInstanceHint')}
          </p>
        </div>
      ) : (
        <div class="aside">
          <span>{instance}</span>
          <button type="button" class="textual" onClick={() => setChanging(true)}>
            {say('sheetInstanceChange')}
          </button>
        </div>
      )}
    </div>
  );
}
