import type { WebSocket, WebSocketServer } from 'ws';

/** Pings that may stay unanswered; a laptop that wakes up answers at once. */
const MOST_MISSED = 3;

/**
 * Pings every socket regularly, so that no proxy closes it as idle, and closes those that no longer answer. Call `watch` for
 * each socket once it is open, and `stop` at the end.
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
    /** A slow reader that makes progress is alive, even if the ping behind the queue has not reached it yet. */
    heard: (ws: WebSocket) => void missed.delete(ws),
    stop: () => clearInterval(timer),
  };
}
