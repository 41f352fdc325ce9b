import { type FileHandle, open } from 'node:fs/promises';
import type { Part } from './range.ts';

/** Bytes that are read at once: what a reader who takes nothing holds of the hub's memory. */
const CHUNK = 128 << 10;
/** How long a reader may take nothing, ms. */
const STALLED = 60_000;
/** Files that one member may be sent at once: over a few devices, a page of pictures each. */
const MOST_OPEN = 48;

/** Who reads, and by which device. */
export interface ReadBy {
  readonly member: string;
  readonly device: number;
}

/** Files on their way to whoever asked. Each is read as it is taken, and no faster. */
export class Readers {
  private readonly open = new Set<FileSource>();
  private readonly stalledMs: number;

  constructor(stalledMs = STALLED) {
    this.stalledMs = stalledMs;
  }

  isBusy(member: string): boolean {
    return [...this.open].filter(({ by }) => by.member === member).length >= MOST_OPEN;
  }

  /** A part of a file as a stream; null where there is no such file. */
  async stream(path: string, part: Part, by: ReadBy): Promise<ReadableStream<Uint8Array> | null> {
    const file = await open(path).catch(() => null);
    if (!file) return null;
    const source = new FileSource(file, part, by, () => this.open.delete(source));
    this.open.add(source);
    return source.stream(this.stalledMs);
  }

  /** A device may read no more. */
  end(device: number): void {
    for (const source of this.open) if (source.by.device === device) source.end('its reader was removed');
  }
}

/** A part of an open file as the source of a stream; closed where it ends, is cancelled, or nobody takes it. */
class FileSource {
  readonly by: ReadBy;
  private readonly file: FileHandle;
  private readonly part: Part;
  private readonly closed: () => void;
  private at: number;
  private timer: NodeJS.Timeout | undefined;
  private controller: ReadableStreamDefaultController<Uint8Array> | null = null;

  constructor(file: FileHandle, part: Part, by: ReadBy, closed: () => void) {
    this.file = file;
    this.part = part;
    this.by = by;
    this.closed = closed;
    this.at = part.first;
  }

  stream(stalledMs: number): ReadableStream<Uint8Array> {
    this.timer = setTimeout(() => this.end('nobody takes it'), stalledMs);
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

  end(why: string): void {
    const { controller } = this;
    this.close();
    controller?.error(new Error(why));
  }

  private async pull(): Promise<void> {
    this.timer?.refresh();
    const length = Math.min(CHUNK, this.part.last + 1 - this.at);
    const chunk = Buffer.allocUnsafe(length);
    const { bytesRead } = await this.file.read(chunk, 0, length, this.at).catch(() => ({ bytesRead: 0 }));
    if (!this.controller) return;
    if (bytesRead === 0) return this.end('it is shorter than it was');
    this.at += bytesRead;
    this.controller.enqueue(chunk.subarray(0, bytesRead));
    if (this.at <= this.part.last) return;
    this.controller.close();
    this.close();
  }

  private close(): void {
    if (!this.controller) return;
    this.controller = null;
    clearTimeout(this.timer);
    this.closed();
    void this.file.close().catch(() => undefined);
  }
}
