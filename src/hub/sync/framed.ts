import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';

/** Final and binary, and no extension. */
const BINARY = 0x82;

/** A message as one unmasked binary frame, as a server sends it. https://www.rfc-editor.org/rfc/rfc6455#section-5.2 */
export function frameOf(message: Uint8Array): Buffer {
  const { byteLength } = message;
  const head = byteLength < 126 ? 2 : byteLength < 1 << 16 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + byteLength);
  frame[0] = BINARY;
  frame[1] = head === 2 ? byteLength : head === 4 ? 126 : 127;
  if (head === 4) frame.writeUInt16BE(byteLength, 2);
  if (head === 10) frame.writeBigUInt64BE(BigInt(byteLength), 2);
  frame.set(message, head);
  return frame;
}

let last: { readonly message: Uint8Array; readonly frame: Buffer } | null = null;

/** What goes to a thousand sockets in one turn is framed once. */
function framed(message: Uint8Array): Buffer {
  if (last?.message !== message) last = { message, frame: frameOf(message) };
  return last.frame;
}

/**
 * A socket as the sync server writes to it. The library would send head and message as two parts, to each socket anew: for
 * a thousand devices that is most of what an edit costs. A whole frame never falls into one of the library's own, which are
 * written whole too: nothing is compressed.
 */
export function framing(ws: WebSocket, socket: Duplex) {
  return {
    get readyState() {
      return ws.readyState;
    },
    send: (message: unknown) => {
      if (!(message instanceof Uint8Array)) throw new Error('the sync server sends bytes');
      if (ws.readyState === ws.OPEN) socket.write(framed(message));
    },
    close: (code?: number, reason?: string) => ws.close(code, reason),
  };
}
