import type { WebSocket, WebSocketServer } from 'ws';

/** Pings that may stay unanswered. A laptop that wakes up answers at once. */
const MOST_MISSED = 3;

/**
 * Pings every socket of a server now and again, so that no proxy takes one for forgotten, and ends those that answer no more.
 * Each is to be watched once it is open; `stop` ends it all.
 */
export function keepAlive(server: WebSocketServer, every: number) {
  const missed = new WeakMap<WebSocket, number>();
  const timer = setInterval(() => {
    for (const ws of server.clients) {
      const count = missed.get(ws) ?? 0;
      missed.set(ws, count + 1);
      if (count >= MOST_MISSED) ws.terminate();
      else ws.ping();
    }
  }, every);
  return {
    watch: (ws: WebSocket) => void ws.on('pong', () => missed.delete(ws)),
    /** A reader that takes what waited lives, though a ping behind it has not come yet. */
    heard: (ws: WebSocket) => void missed.delete(ws),
    stop: () => clearInterval(timer),
  };
}
