import type { Channel } from './channels/channel.ts';

/** Result of the system's share sheet. `cancelled`: the person closed it, which is no error. */
export type Handed = 'shared' | 'cancelled' | 'refused';

/** Whether the system has a share sheet for this text (W3C Web Share; not in workers, not over plain http). */
export function systemTakes(text: string): boolean {
  if (typeof navigator.share !== 'function' || typeof navigator.canShare !== 'function') return false;
  return navigator.canShare({ text });
}

/** Whether a channel works in this browser. */
export function isUsable({ opens }: Pick<Channel, 'opens'>): boolean {
  return opens !== 'system' || systemTakes('https://musubi.example/');
}

/** Opens the system's share sheet, within the activation of a press. That it was shared does not prove a post. */
export async function handToSystem(text: string): Promise<Handed> {
  if (!systemTakes(text)) return 'refused';
  try {
    await navigator.share({ text });
    return 'shared';
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : 'refused';
  }
}
