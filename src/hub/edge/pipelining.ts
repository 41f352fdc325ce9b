import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** Requests that one connection may pipeline. Browsers and proxies send one and wait for its answer. */
const MOST = 8;
/** The answer that makes Node's parser stop: it reads nothing more of the connection. */
const NO_MORE = 2;

/** The HTTP parser of a connection, as far as Node exposes it: it calls `onIncoming` for each request head. */
interface Parser {
  onIncoming?: (request: IncomingMessage, keepAlive: boolean) => number;
}

/**
 * Ends a connection that pipelines many requests. Node's parser hands over all requests of one read (a thousand or more
 * small ones) in the same turn of the event loop, so forty such reads would block everybody for seconds. Refusing each one
 * would not help, since parsing is most of the work. Without an exposed parser there is no limit.
 */
export function limitPipelining(socket: Socket): void {
  const { parser } = socket as Socket & { readonly parser?: Parser };
  const handOver = parser?.onIncoming;
  if (!parser || typeof handOver !== 'function') return;
  let inThisTick = 0;
  const over = () => {
    inThisTick = 0;
  };
  parser.onIncoming = (request, keepAlive) => {
    if (inThisTick === 0) process.nextTick(over);
    inThisTick += 1;
    if (inThisTick <= MOST) return handOver(request, keepAlive);
    socket.destroy();
    return NO_MORE;
  };
}
