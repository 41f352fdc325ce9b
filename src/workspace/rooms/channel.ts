import * as z from 'zod/mini';

const room = z.string().check(z.maxLength(120));

/** What contexts of this device tell each other of the rooms. */
const Told = z.union([
  /** An update that is on the disk, and in which database; '' where it could not be written. */
  z.object({
    update: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
    room,
    database: z.string().check(z.maxLength(260)),
  }),
  /** Somebody opened a room: whoever holds the hub link keeps it in step. */
  z.object({ wants: room }),
  /** Whoever opened a room says so again: another context holds the link now. */
  z.object({ who: z.literal(true) }),
  /** What is held of these rooms is not so any more; all of them where none is named. */
  z.object({ again: z.array(room) }),
]);
export type Told = z.infer<typeof Told>;

/** The channel between the contexts of one device. */
export class Channel {
  private readonly channel: BroadcastChannel;
  constructor(name: string, heard: (told: Told) => void) {
    this.channel = new BroadcastChannel(name);
    this.channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const told = Told.safeParse(data);
      if (told.success) heard(told.data);
    };
  }

  tell(told: Told): void {
    this.channel.postMessage(told);
  }

  close(): void {
    this.channel.close();
  }
}
