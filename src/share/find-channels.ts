import type { Channel } from './channels/channel.ts';

function plain(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase().replace(/\s+/g, '');
}

/** Channels whose name contains what was typed: as the person's language has it, as the network spells it, or its id. */
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
