/** Opcodes of frames, and the FIN bit of a message's last frame. https://www.rfc-editor.org/rfc/rfc6455#section-5.2 */
const [CONTINUED, BINARY, LAST] = [0, 2, 0x80];

/** Which part of a message a frame carries; the whole message by default. */
export interface Piece {
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Encodes bytes as one unmasked frame, as servers send them, without extensions. */
export function frameOf(
  bytes: Uint8Array,
  { isFirst, isLast }: Piece = { isFirst: true, isLast: true },
): Buffer {
  const { byteLength } = bytes;
  const head = byteLength < 126 ? 2 : byteLength < 1 << 16 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + byteLength);
  frame[0] = (isFirst ? BINARY : CONTINUED) | (isLast ? LAST : 0);
  frame[1] = head === 2 ? byteLength : head === 4 ? 126 : 127;
  if (head === 4) frame.writeUInt16BE(byteLength, 2);
  if (head === 10) frame.writeBigUInt64BE(BigInt(byteLength), 2);
  frame.set(bytes, head);
  return frame;
}

let last: { readonly message: Uint8Array; readonly frame: Buffer } | null = null;

/** A message as a frame; cached, since one message goes to a thousand sockets in a row. */
export function framed(message: Uint8Array): Buffer {
  if (last?.message !== message) last = { message, frame: frameOf(message) };
  return last.frame;
}
