import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** Requests that one connection may send in one breath. Browsers and proxies send one, and wait for its answer. */
const MOST = 8;
/** What Node's parser takes for the end of its work: nothing behind it is read. */
const NO_MORE = 2;

/** The parser of a connection, as far as Node shows it: it hands over each request whose head it has read. */
interface Parser {
  onIncoming?: (request: IncomingMessage, keepAlive: boolean) => number;
}

/**
 * Ends a connection that sends many requests in one breath. The parser hands over all that one read brought (a thousand
 * and more of the smallest) before it lets go of the turn, so forty such reads would hold up everybody for seconds; to
 * refuse each is no remedy, since reading them is most of the work. Where Node shows no parser, nothing is bounded.
 */
export function limitPipelining(socket: Socket): void {
  const { parser } = socket as Socket & { readonly parser?: Parser };
  const handOver = parser?.onIncoming;
  if (!parser || typeof handOver !== 'function') return;
  let breath = 0;
  const over = () => {
    breath = 0;
  };
  parser.onIncoming = (request, keepAlive) => {
    if (breath === 0) process.nextTick(over);
    breath += 1;
    if (breath <= MOST) return handOver(request, keepAlive);
    socket.destroy();
    return NO_MORE;
  };
}
