import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** How long a stop waits for what is under way, ms: less than those wait who end a process that does not end. */
const LONGEST = 8000;
const LOOK = 10;

/** Follows a server's connections, so that it can be stopped without cutting off an answer. */
export function draining(http: Server): { drained: () => Promise<void> } {
  const open = new Set<Duplex>();
  http.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  // What became a socket of the sync protocol is ended by who serves that.
  http.on('upgrade', (_, socket) => open.delete(socket));
  return { drained: () => drained(http, open) };
}

/** Takes no more connections, and waits until each that is there has its answer, or for so long. */
async function drained(http: Server, open: ReadonlySet<Duplex>): Promise<void> {
  http.close();
  const until = performance.now() + LONGEST;
  while (open.size > 0 && performance.now() < until) {
    http.closeIdleConnections();
    await new Promise((turn) => setTimeout(turn, LOOK));
  }
}
