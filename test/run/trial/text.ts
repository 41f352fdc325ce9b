import * as z from 'zod/mini';
import { addressesIn } from '../../../src/post/addresses-in-text.ts';
import { samePage } from '../../../src/post/canonical.ts';
import { channelOf } from '../../../src/share/channels/index.ts';
import { compose } from '../../../src/share/compose.ts';
import { cleanTarget } from '../../../src/share/link.ts';
import type { Run } from './kind.ts';

const text = z.string();
const Length = z.looseObject({ channel: text, words: text, target: text });
const Clean = z.looseObject({ url: text });
const Text = z.looseObject({ text });
const Two = z.looseObject({ one: text, other: text });

/** How long a share is, as its network counts. */
export const runLength: Run = (one) => {
  const { channel: id, words, target } = Length.parse(one);
  const channel = channelOf(id);
  if (!channel) return { unknown: id };
  const { length, over } = compose({ channel, disclosure: '', words, url: target, title: '' });
  return { used: length, over };
};

/** An address as it would be shared, labels and code apart. */
export const runClean: Run = (one) => {
  const cleaned = cleanTarget(Clean.parse(one).url);
  return cleaned.ok ? { url: cleaned.url } : { refused: cleaned.reason };
};

export const runAddressInText: Run = (one) => ({ addresses: addressesIn(Text.parse(one).text) });

export const runSamePage: Run = (one) => {
  const { one: first, other } = Two.parse(one);
  return { same: samePage(first, other) };
};
