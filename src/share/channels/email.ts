import { windowAddress } from './address.ts';
import type { Channel } from './channel.ts';

/** Longest encoded subject: leaves most of the 2,000 characters of an address to the words. */
const MAX_SUBJECT = 360;

/** The title on one line, truncated between characters where its encoding is too long. */
function subjectOf(title: string): string {
  let subject = '';
  for (const char of title.toWellFormed().replace(/\s+/g, ' ').trim()) {
    if (encodeURIComponent(subject + char).length > MAX_SUBJECT) return `${subject}…`;
    subject += char;
  }
  return subject;
}

/**
 * RFC 6068: line breaks in the body are CRLF. Mail programs and browsers truncate addresses near 2,000
 * characters.
 */
export const email: Channel = {
  id: 'email',
  name: 'Email',
  nameKey: 'channelEmail',
  mark: '@',
  group: 'messages',
  utmSource: 'email',
  medium: 'email',
  followers: false,
  opens: 'window',
  takes: ['text', 'title'],
  length: null,
  maxWindow: 1999,
  verified: '2026-11',
  window: ({ text, title }) =>
    windowAddress('mailto:', { subject: subjectOf(title), body: text.replace(/\r\n|\r|\n/g, '\r\n') }),
};
