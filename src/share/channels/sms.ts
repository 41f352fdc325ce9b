import { smsSegments } from '../text-length.ts';
import { windowAddress } from './address.ts';
import type { Channel } from './channel.ts';

/**
 * RFC 5724, without a number: the person chooses the recipient. Past ten parts phones convert the message or
 * drop it.
 */
export const sms: Channel = {
  id: 'sms',
  name: 'SMS',
  nameKey: 'channelSms',
  mark: 'SMS',
  group: 'messages',
  utmSource: 'sms',
  medium: 'sms',
  followers: false,
  opens: 'window',
  takes: ['text'],
  length: { max: 10, count: smsSegments, unit: 'sms' },
  maxWindow: 1999,
  verified: '2026-11',
  window: ({ text }) => windowAddress('sms:', { body: text.replace(/\r\n|\r|\n/g, '\r\n') }),
};
