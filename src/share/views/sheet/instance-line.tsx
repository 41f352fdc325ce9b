import { useId, useState } from 'preact/hooks';
import type { Channel } from '../../channels/channel.ts';
import { networkName } from './network-name.ts';
import type { Session } from './session.ts';

/** The person's instance for a network with many: entered once, then remembered. */
export function InstanceLine({ session }: { session: Session }) {
  const { channel } = session.composer.value;
  if (channel.needs !== 'instance') return null;
  return <Instance key={channel.id} session={session} channel={channel} />;
}

function Instance({ session, channel }: { session: Session; channel: Channel }) {
  const id = useId();
  const { say, facts } = session;
  const [changing, setChanging] = useState(!facts.instances[channel.id]);
  const { instance } = session.choice.value;
  const wrong = instance !== '' && session.composer.value.block === 'instance';
  const example = `${channel.id}.example`;
  return (
    <div class="line">
      <label class="name" for={changing ? id : undefined}>
        {say('sheetInstance', { network: networkName(channel, say) })}
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
            placeholder={example}
            value={instance}
            aria-invalid={wrong}
            aria-describedby={`${id}-hint`}
            onInput={(event) => session.change({ instance: event.currentTarget.value })}
          />
          <p class={wrong ? 'wrong' : 'field-hint'} id={`${id}-hint`}>
            {say(wrong ? 'sheetInstanceWrong' : 'sheetInstanceHint', { example })}
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
