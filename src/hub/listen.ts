import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HubSettings } from './settings.ts';

/** Starts listening; resolves with the port. */
export function listen(http: Server, { host, port }: HubSettings): Promise<number> {
  return new Promise((ready, failed) => {
    http.once('error', failed);
    http.listen(port, host, () => ready((http.address() as AddressInfo).port));
  });
}
