import type { Channel } from './channel.ts';

/** The link as a picture; nothing is opened. */
export const qr: Channel = {
  id: 'qr',
  name: 'QR',
  nameKey: 'channelQr',
  mark: 'QR',
  utmSource: 'qr',
  medium: 'qr',
  takes: 'nothing',
  length: null,
  verified: '2026-11',
  window: () => null,
};
