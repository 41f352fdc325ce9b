import type { HubUnderAttack } from './hub.ts';
import { CHROME } from './link.ts';

const NAVIGATION = {
  accept: 'text/html,application/xhtml+xml',
  'accept-language': 'en',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
};

/** Follows a link as one of many people, each with a browser and an address of their own (Linux). */
export async function follow(hub: HubUnderAttack, path: string, visitor: number): Promise<void> {
  await hub.ask(`/${path}`, {
    headers: { ...NAVIGATION, 'user-agent': CHROME },
    from: `127.0.${10 + Math.floor(visitor / 200)}.${1 + (visitor % 200)}`,
  });
}
