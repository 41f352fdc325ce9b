/** Bytes that are enough to recognise a medium's type. */
const HEAD = 16;

/** The chunks of a body, until it is cut off. The first chunk is long enough to recognise the type, or all there is. */
export async function* partsOf(
  body: AsyncIterable<Uint8Array>,
  cut: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const { promise: ended, resolve } = Promise.withResolvers<null>();
  cut.addEventListener('abort', () => resolve(null), { once: true });
  const chunks = body[Symbol.asyncIterator]();
  let head: Uint8Array | null = new Uint8Array();
  while (!cut.aborted) {
    const next: IteratorResult<Uint8Array> | null = await Promise.race([chunks.next(), ended]);
    if (!next || next.done) break;
    const { value } = next;
    if (head) head = Buffer.concat([head, value]);
    if (!head) yield value;
    else if (head.byteLength >= HEAD) {
      yield head;
      head = null;
    }
  }
  if (head && head.byteLength > 0 && !cut.aborted) yield head;
}
