import type { Counter } from '../text-length.ts';

/** Input of a share window. */
export interface WindowInput {
  /** Disclosure and words, followed by the link where the window has no field for it. */
  text: string;
  url: string;
  /** The page's title. */
  title: string;
  /** Hashtags of the text, without `#`. */
  hashtags: readonly string[];
  /** Address of the post's first picture; empty without one. */
  picture: string;
  /** Host of the instance, for networks that have many. */
  instance?: string;
}

/** Fields that a window takes. `text` without `url`: the link goes into the text. */
export type Taken = 'text' | 'url' | 'title' | 'hashtags' | 'picture';

/**
 * What a press opens beside recording and copying. `window`: the network's share window, filled in. `creator`:
 * its page for a new post, which takes no input, so words are pasted and pictures saved first. `qr`: the link
 * as a code. `system`: the system's share sheet. `copy`: nothing.
 */
export type Opens = 'window' | 'creator' | 'qr' | 'system' | 'copy';

/** Groups of channels in long lists. */
export const GROUPS = ['networks', 'messages', 'china', 'anywhere'] as const;
export type Group = (typeof GROUPS)[number];

/** A place to share to: data, and one pure function that builds the address of its official share window. */
export interface Channel {
  id: string;
  /** The network's own spelling. `nameKey` gives a localised name. */
  name: string;
  nameKey?:
    | 'channelCopy'
    | 'channelDouyin'
    | 'channelEmail'
    | 'channelHatena'
    | 'channelQr'
    | 'channelQzone'
    | 'channelSms'
    | 'channelSystem'
    | 'channelWechat'
    | 'channelWeibo'
    | 'channelXiaohongshu';
  /** One to four letters for its 36 px icon. */
  mark: string;
  group: Group;
  utmSource: string;
  medium: 'social' | 'email' | 'sms' | 'qr';
  /**
   * Whether its shares reach followers or a shared room, and so count towards the daily limit. False for a
   * printed code, a copy, or a letter to one person.
   */
  followers: boolean;
  opens: Opens;
  takes: readonly Taken[];
  /** Law that applies there, whatever the person's country: for networks used within one country. */
  law?: 'CN';
  /** The words become the post's title: one line, by default the page's title. */
  titled?: true;
  /** Null: no limit worth showing. `unit`: what is counted, if not characters. */
  length: {
    max: number;
    count: Counter;
    unit?: 'sms';
    /** Limit in UTF-8 bytes, for networks that have one too. */
    maxBytes?: number;
    /** The text as the network counts it, after its own changes. */
    shown?: (text: string) => string;
  } | null;
  /** The link has its own field and does not count. */
  apart?: true;
  /** The network's limit for a link, in characters, where it is below ours. */
  maxLink?: number;
  /** Longest safe window address, in characters. Longer words go by the clipboard. */
  maxWindow?: number;
  /** When the window and its limits were last checked against the network's documentation, YYYY-MM. */
  verified: string;
  needs?: 'instance';
  /** Null: no window (copy, QR), or required input is missing. */
  window(input: WindowInput): string | null;
}
