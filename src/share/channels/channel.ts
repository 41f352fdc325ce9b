import type { Counter } from '../text-length.ts';

/** What goes into a share window. */
export interface WindowInput {
  /** Disclosure and words; with the link after them where the window takes no link apart. */
  text: string;
  url: string;
  /** The page's title. */
  title: string;
  /** Words of the text that are hashtags, without their mark. */
  hashtags: readonly string[];
  /** Address of the post's first picture; empty where it has none. */
  picture: string;
  /** A host, for the networks that have many. */
  instance?: string;
}

/** What a window can be opened with. `text` without `url`: the link stands among the words. */
export type Taken = 'text' | 'url' | 'title' | 'hashtags' | 'picture';

/**
 * What the press does beside recording and copying. `window`: the network's share window, filled in. `creator`: the
 * page where a post is made, which takes nothing from outside: words are pasted, pictures saved and chosen there.
 * `qr`: shows the link as a code. `system`: the share sheet of the system. `copy`: nothing more.
 */
export type Opens = 'window' | 'creator' | 'qr' | 'system' | 'copy';

/** How the channels are grouped where there are many of them. */
export const GROUPS = ['networks', 'messages', 'china', 'anywhere'] as const;
export type Group = (typeof GROUPS)[number];

/** A place to share to: data, and one pure function that writes the address of its official share window. */
export interface Channel {
  id: string;
  /** As the network spells itself. Where that differs by language, or is a plain word, `nameKey` says it. */
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
  /** One to four letters for its 36 px square. */
  mark: string;
  group: Group;
  utmSource: string;
  medium: 'social' | 'email' | 'sms' | 'qr';
  /**
   * Whether a share there is shown to people who follow or share a room with the person: what the pace protects, so it
   * counts for the cap of a day. False: a code on paper, words for oneself, a letter to one person.
   */
  followers: boolean;
  opens: Opens;
  takes: readonly Taken[];
  /** Whose law holds there, whatever the person's own country: a network of one country is read in it. */
  law?: 'CN';
  /** The words are the title of the post: one line, and the page's own title where the person writes none. */
  titled?: true;
  /** Null: no limit worth showing. `unit`: what is counted where it is no character. */
  length: {
    max: number;
    count: Counter;
    unit?: 'sms';
    /** Most bytes in UTF-8, where it looks at them too. */
    maxBytes?: number;
    /** What the network makes of a text before it counts. */
    shown?: (text: string) => string;
  } | null;
  /** The link has a field of its own there, and is no part of the words that are counted. */
  apart?: true;
  /** Longest link the network takes, in characters, where it is under our own limit. */
  maxLink?: number;
  /** Longest window address that is safe, in characters. Past it the words go by the clipboard alone. */
  maxWindow?: number;
  /** When the window and its limits were last held against the network's own word, YYYY-MM. */
  verified: string;
  needs?: 'instance';
  /** Null: no window (copy, QR), or what it needs is missing. */
  window(input: WindowInput): string | null;
}
