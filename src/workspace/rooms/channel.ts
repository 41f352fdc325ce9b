import * as z from 'zod/mini';

const room = z.string().check(z.maxLength(120));

/** A message about rooms between the contexts of this device. */
const RoomMessage = z.union([
  /** An update that is on the disk, and in which database; '' where it could not be written. */
  z.object({
    update: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
    room,
    database: z.string().check(z.maxLength(260)),
  }),
  /** Somebody opened a room: the context with the hub connection keeps it in step. */
  z.object({ wants: room }),
  /** Asks for the rooms that are open: another context has the connection now. */
  z.object({ who: z.literal(true) }),
  /** The copies of these rooms are no longer valid; those of all rooms where none is named. */
  z.object({ again: z.array(room) }),
]);
export type RoomMessage = z.infer<typeof RoomMessage>;

/** The channel between the contexts of one device. */
export class Channel {
  private readonly channel: BroadcastChannel;
  constructor(name: string, receive: (message: RoomMessage) => void) {
    this.channel = new BroadcastChannel(name);
    this.channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = RoomMessage.safeParse(data);
      if (message.success) receive(message.data);
    };
  }

  send(message: RoomMessage): void {
    this.channel.postMessage(message);
  }

  close(): void {
    this.channel.close();
  }
}
