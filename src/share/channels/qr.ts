import type { Channel } from './channel.ts';

/** Shows the link as a QR code; opens nothing. */
export const qr: Channel = {
  id: 'qr',
  name: 'QR',
  nameKey: 'channelQr',
  mark: 'QR',
  group: 'anywhere',
  utmSource: 'qr',
  medium: 'qr',
  followers: false,
  opens: 'qr',
  takes: [],
  length: null,
  verified: '2026-11',
  window: () => null,
};
