import { windowAddress } from './address.ts';
import type { Channel } from './channel.ts';

/** Click to chat without a number: the person chooses the chat. The link is part of the text. */
export const whatsapp: Channel = {
  id: 'whatsapp',
  name: 'WhatsApp',
  mark: 'Wa',
  group: 'messages',
  utmSource: 'whatsapp',
  medium: 'social',
  followers: true,
  opens: 'window',
  takes: ['text'],
  length: null,
  verified: '2026-11',
  window: ({ text }) => windowAddress('https://api.whatsapp.com/send', { text }),
};
