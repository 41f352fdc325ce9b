import type { Counter } from '../length.ts';

/** What goes into a share window. `title` is the page's; `instance` a host, for the networks that have many. */
export interface WindowInput {
  text: string;
  url: string;
  title: string;
  instance?: string;
}

/** A place to share to: data, and one pure function that writes the address of its official share window. */
export interface Channel {
  id: string;
  /** As the network spells itself. Where that differs by language, or is a plain word, `nameKey` says it. */
  name: string;
  nameKey?: 'channelHatena' | 'channelEmail' | 'channelQr' | 'channelCopy';
  /** One to four letters for its 36 px square. */
  mark: string;
  utmSource: string;
  medium: 'social' | 'email' | 'qr';
  /** `text`: the window takes words with the link among them; `text+url`: apart; `url`: the link alone. */
  takes: 'text' | 'text+url' | 'url' | 'nothing';
  /** Null: no limit worth showing. */
  length: { max: number; count: Counter } | null;
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
