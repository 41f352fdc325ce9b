import type { Channel } from './channels/channel.ts';

function plain(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase().replace(/\s+/g, '');
}

/** Channels whose localised name, own spelling or id contains the search text. */
export function findChannels(
  channels: readonly Channel[],
  typed: string,
  nameOf: (channel: Channel) => string,
): Channel[] {
  const sought = plain(typed);
  return channels.filter((channel) =>
    [channel.id, channel.name, nameOf(channel)].some((name) => plain(name).includes(sought)),
  );
}
