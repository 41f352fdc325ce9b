import { useId, useState } from 'preact/hooks';
import { Copy } from '../../../ui/icon.ts';
import type { Channel } from '../../channels/channel.ts';
import { CHANNELS, channelOf } from '../../channels/index.ts';
import { networkName } from './network.ts';
import type { Session } from './session.ts';

/** The person's channels in their order, then the others. */
function ordered(own: readonly string[]): { first: Channel[]; rest: Channel[] } {
  const first = own.flatMap((id) => channelOf(id) ?? []);
  return { first, rest: CHANNELS.filter((channel) => !first.includes(channel)) };
}

interface SquareProps {
  session: Session;
  channel: Channel;
  group: string;
}

function Square({ session, channel, group }: SquareProps) {
  const name = networkName(channel, session.say);
  return (
    <label class="channel" title={name} data-long={channel.mark.length > 3 ? '' : undefined}>
      <input
        type="radio"
        name={group}
        value={channel.id}
        aria-label={name}
        checked={session.choice.value.channel === channel.id}
        onChange={() => session.change({ channel: channel.id })}
      />
      {channel.id === 'copy' ? <Copy aria-hidden="true" /> : <span aria-hidden="true">{channel.mark}</span>}
    </label>
  );
}

/** Where to share to: one square a channel, `…` for the rest of them. */
export function ChannelLine({ session }: { session: Session }) {
  const id = useId();
  const { first, rest } = ordered(session.facts.channels);
  const [all, setAll] = useState(rest.some((channel) => channel.id === session.choice.value.channel));
  return (
    <div class="line">
      <span class="name" id={id}>
        {session.say('sheetChannel')}
      </span>
      <div class="channels" role="radiogroup" aria-labelledby={id}>
        {[...first, ...(all ? rest : [])].map((channel) => (
          <Square key={channel.id} session={session} channel={channel} group={id} />
        ))}
        {!all && rest.length > 0 && (
          <button
            type="button"
            class="channel"
            title={session.say('sheetMore')}
            aria-label={session.say('sheetMore')}
            aria-expanded="false"
            onClick={() => setAll(true)}
          >
            …
          </button>
        )}
      </div>
    </div>
  );
}
