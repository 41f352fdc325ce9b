import type { IncomingMessage, ServerResponse } from 'node:http';

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Bodies of up to so many bytes are waited for: Node buffers as many for a request that nobody reads yet. */
const MOST = 16 << 10;

/** Whether a request is whole, or its body too large to be waited for. */
function isReady({ complete, headers, readableLength }: IncomingMessage): boolean {
  const length = headers['transfer-encoding'] ? 0 : Number(headers['content-length'] ?? 0);
  return complete || length > MOST || readableLength >= MOST || (length > 0 && readableLength >= length);
}

/**
 * Whether a stranger's body follows the head (https://www.rfc-editor.org/rfc/rfc9112#section-6.3). A device that shows its
 * token is heard at once: half a medium is stored, and whoever may not send is refused before all of it has come.
 */
const hasStrangersBody = ({ headers }: IncomingMessage) =>
  headers.authorization === undefined &&
  (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0);

/**
 * Begins a stranger's request once its small body is there. A request and its answer are most of what the hub does for it:
 * whoever sends hundreds of halves takes nothing of that from others. Those whose connection ends before are never begun.
 */
export function withWholeBody(listener: Listener): Listener {
  return (request, response) => {
    if (!hasStrangersBody(request) || isReady(request)) return listener(request, response);
    const look = () => {
      if (!isReady(request)) return;
      request.off('readable', look);
      listener(request, response);
    };
    request.on('readable', look);
  };
}
