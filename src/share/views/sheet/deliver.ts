import { copyText, openWindow } from '../../../ui/copy-and-open.ts';
import type { Prepared } from '../../messages.ts';

/** Result of delivering a prepared share. `opened`: null where the channel has no window. */
export interface Delivered {
  readonly copied: boolean;
  readonly opened: boolean | null;
}

/**
 * Copies first, then opens the window: a page without focus may not write to the clipboard. Call it within the
 * activation of a press (5 s).
 */
export async function deliver({ text, window: address }: Prepared): Promise<Delivered> {
  const copied = await copyText(text);
  return { copied, opened: address === null ? null : openWindow(address) };
}
