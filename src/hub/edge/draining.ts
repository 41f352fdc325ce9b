import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** How long a stop waits for requests under way, ms: less than supervisors wait before they kill a process. */
const LONGEST = 8000;
const LOOK = 10;

/** Follows a server's connections, so that it can be stopped without cutting off an answer. */
export function draining(http: Server): { drained: () => Promise<void> } {
  const open = new Set<Duplex>();
  http.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  // Connections that became WebSockets are closed by the sync server.
  http.on('upgrade', (_, socket) => open.delete(socket));
  return { drained: () => drained(http, open) };
}

/** Accepts no more connections and waits until all open ones are answered, or until the time is up. */
async function drained(http: Server, open: ReadonlySet<Duplex>): Promise<void> {
  http.close();
  const until = performance.now() + LONGEST;
  while (open.size > 0 && performance.now() < until) {
    http.closeIdleConnections();
    await new Promise((turn) => setTimeout(turn, LOOK));
  }
}
