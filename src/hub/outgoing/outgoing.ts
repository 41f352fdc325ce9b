import type { Role, Who } from '../../workspace/room.ts';
import type { Source } from './sources.ts';

/** Limits of the memory for answers that are being sent. */
export interface OutgoingBounds {
  /** Bytes in all, and of one member over all of their devices. */
  readonly most: number;
  readonly mostOfMember: number;
  /** Concurrent answers of one member: a page of pictures on each of a few devices. */
  readonly answers: number;
  /** How long a reader may take nothing, ms. */
  readonly stalledMs: number;
}

const BOUNDS: OutgoingBounds = { most: 96 << 20, mostOfMember: 16 << 20, answers: 48, stalledMs: 60_000 };

/** The receiver of an answer, and the roles in which it may go on reading. */
export interface Taker {
  readonly member: string;
  readonly device: number;
  readonly roles: readonly Role[];
}

/**
 * Answers that are being sent: media and long JSON. Each is produced only as fast as its receiver reads. Their memory is
 * limited: per member, who is then refused more, and in total, where the answers of the member with most are ended.
 */
export class Outgoing {
  private readonly bounds: OutgoingBounds;
  private readonly open = new Set<Sending>();
  private bytes = 0;

  constructor(bounds: Partial<OutgoingBounds> = {}) {
    this.bounds = { ...BOUNDS, ...bounds };
  }

  /** Bytes of memory that all answers take. */
  get holds(): number {
    return this.bytes;
  }

  /** Whether a member has reached their limit. */
  isBusy(member: string): boolean {
    const { answers, mostOfMember } = this.bounds;
    return this.of(member).length >= answers || this.bytesOf(member) >= mostOfMember;
  }

  /** A source as a stream; null, with the source closed, if its receiver has reached a limit. */
  stream(source: Source, to: Taker): ReadableStream<Uint8Array> | null {
    if (!this.allows(source, to) || !this.makeRoom(source, to)) {
      source.close();
      return null;
    }
    const sending = new Sending(source, to, this.bounds.stalledMs, () => this.leave(sending));
    this.open.add(sending);
    this.bytes += source.holds;
    return sending.stream();
  }

  /** A device's rights changed: ends answers that it may no longer read. */
  follow(device: number, who: Who | null): void {
    for (const { to, end } of this.open)
      if (to.device === device && !(who && to.roles.includes(who.role)))
        end(who ? 'its reader has another role' : 'its reader was removed');
  }

  /** A member's only answer may have any size. */
  private allows({ holds }: Source, { member }: Taker): boolean {
    if (this.of(member).length === 0) return true;
    return !this.isBusy(member) && this.bytesOf(member) + holds <= this.bounds.mostOfMember;
  }

  private of(member: string): Sending[] {
    return [...this.open].filter(({ to }) => to.member === member);
  }

  private bytesOf(member: string): number {
    return this.of(member).reduce((sum, { source }) => sum + source.holds, 0);
  }

  /** Ends answers of the member with most until there is room; false if that is the one who asks. */
  private makeRoom({ holds }: Source, { member }: Taker): boolean {
    while (this.bytes > 0 && this.bytes + holds > this.bounds.most) {
      const most = this.holdsMost();
      if (most === member) return false;
      this.of(most)[0]?.end('others need its room');
    }
    return true;
  }

  private holdsMost(): string {
    const bytes = new Map<string, number>();
    for (const { source, to } of this.open) bytes.set(to.member, (bytes.get(to.member) ?? 0) + source.holds);
    const [[most] = ['']] = [...bytes].sort(([, a], [, b]) => b - a);
    return most;
  }

  private leave(sending: Sending): void {
    if (this.open.delete(sending)) this.bytes -= sending.source.holds;
  }
}

/** A source that is being sent; closed when it ends, is cancelled, fails, or its receiver stalls. */
class Sending {
  readonly source: Source;
  readonly to: Taker;
  private readonly stalledMs: number;
  private readonly over: () => void;
  private timer: NodeJS.Timeout | undefined;
  private controller: ReadableStreamDefaultController<Uint8Array> | null = null;

  constructor(source: Source, to: Taker, stalledMs: number, over: () => void) {
    this.source = source;
    this.to = to;
    this.stalledMs = stalledMs;
    this.over = over;
  }

  stream(): ReadableStream<Uint8Array> {
    this.timer = setTimeout(() => this.end('nobody takes it'), this.stalledMs);
    return new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.controller = controller;
        },
        pull: () => this.pull(),
        cancel: () => this.close(),
      },
      { highWaterMark: 0 },
    );
  }

  readonly end = (why: string): void => {
    const { controller } = this;
    this.close();
    controller?.error(new Error(why));
  };

  private async pull(): Promise<void> {
    this.timer?.refresh();
    try {
      const chunk = await this.source.next();
      if (!this.controller) return;
      if (chunk) return this.controller.enqueue(chunk);
      this.controller.close();
      this.close();
    } catch (error) {
      this.end(error instanceof Error ? error.message : 'it could not be read');
    }
  }

  private close(): void {
    if (!this.controller) return;
    this.controller = null;
    clearTimeout(this.timer);
    this.over();
    this.source.close();
  }
}
