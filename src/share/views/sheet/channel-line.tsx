import { useId, useState } from 'preact/hooks';
import { Copy } from '../../../ui/icon.ts';
import type { Channel } from '../../channels/channel.ts';
import { CHANNELS, channelOf } from '../../channels/index.ts';
import { findChannels } from '../../find-channels.ts';
import { isUsable } from '../../system-share.ts';
import { networkName } from './network-name.ts';
import type { Session } from './session.ts';

/** The person's channels in order, then the others; without those that this browser lacks. */
function ordered(own: readonly string[]): { first: Channel[]; rest: Channel[] } {
  const first = own.flatMap((id) => channelOf(id) ?? []).filter(isUsable);
  return { first, rest: CHANNELS.filter((channel) => !first.includes(channel) && isUsable(channel)) };
}

interface SquareProps {
  session: Session;
  channel: Channel;
  group: string;
  /** With its name: an icon alone is not enough for a channel that the person has not chosen. */
  named?: boolean;
}

function Square({ session, channel, group, named = false }: SquareProps) {
  const name = networkName(channel, session.say);
  return (
    <label
      class="channel"
      title={name}
      data-long={channel.mark.length > 3 ? '' : undefined}
      data-named={named ? '' : undefined}
    >
      <input
        type="radio"
        name={group}
        value={channel.id}
        aria-label={name}
        checked={session.choice.value.channel === channel.id}
        onChange={() => session.change({ channel: channel.id })}
      />
      {channel.id === 'copy' ? <Copy aria-hidden="true" /> : <span aria-hidden="true">{channel.mark}</span>}
      {named && (
        <span class="channel-name" aria-hidden="true">
          {name}
        </span>
      )}
    </label>
  );
}

interface OthersProps {
  session: Session;
  channels: readonly Channel[];
  group: string;
}

/** Channels not in use, by name, with a filter. */
function Others({ session, channels, group }: OthersProps) {
  const { say } = session;
  const [typed, setTyped] = useState('');
  const found = findChannels(channels, typed, (channel) => networkName(channel, say));
  return (
    <div class="others">
      <input
        class="input"
        type="search"
        data-field="places"
        aria-label={say('sheetFilter')}
        placeholder={say('sheetFilter')}
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {found.length === 0 && (
        <p class="field-hint" role="status">
          {say('sheetNoMatch')}
        </p>
      )}
      <div class="channels" data-named="">
        {found.map((channel) => (
          <Square key={channel.id} session={session} channel={channel} group={group} named />
        ))}
      </div>
    </div>
  );
}

/** The best channel from here, in one line, where it is not the selected one. */
function Suggestion({ session }: { session: Session }) {
  const { facts, say, choice } = session;
  const { suggestion } = facts;
  const channel = suggestion && channelOf(suggestion.channel);
  if (!suggestion || !channel || !isUsable(channel) || choice.value.channel === channel.id) return null;
  const { basis, n, of } = suggestion;
  const key = basis === 'clicks' ? 'sheetSuggestClicks' : 'sheetSuggestShares';
  return (
    <p class="aside" data-suggestion="">
      <span>{say(key, { network: networkName(channel, say), n, of })}</span>
      <button type="button" class="textual" onClick={() => session.change({ channel: channel.id })}>
        {say('sheetSuggestTake')}
      </button>
    </p>
  );
}

/** The channel picker: one icon each for favourites, `…` for the rest. */
export function ChannelLine({ session }: { session: Session }) {
  const id = useId();
  const { first, rest } = ordered(session.facts.channels);
  const chosen = session.choice.value.channel;
  const [all, setAll] = useState(rest.some((channel) => channel.id === chosen));
  const extra = all ? [] : rest.filter((channel) => channel.id === chosen);
  return (
    <div class="line">
      <span class="name" id={id}>
        {session.say('sheetChannel')}
      </span>
      <div class="control" role="radiogroup" aria-labelledby={id}>
        <div class="channels">
          {[...first, ...extra].map((channel) => (
            <Square key={channel.id} session={session} channel={channel} group={id} />
          ))}
          {rest.length > 0 && (
            <button
              type="button"
              class="channel"
              aria-label={session.say('sheetMore')}
              aria-expanded={all}
              onClick={() => setAll(!all)}
            >
              …
            </button>
          )}
        </div>
        {all && <Others session={session} channels={rest} group={id} />}
        <Suggestion session={session} />
      </div>
    </div>
  );
}
