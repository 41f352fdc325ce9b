import type { Document } from '@hocuspocus/server';
import * as Y from 'yjs';
import { type Fill, fillOf, isHalfFull } from '../../workspace/rooms/fill.ts';
import { partBefore } from '../../workspace/rooms/parts.ts';
import type { RoomLog } from '../store/log.ts';

/** Rooms whose fill is remembered. */
const MOST_REMEMBERED = 10_000;

interface Remembered {
  readonly row: number;
  readonly fill: Promise<Fill>;
}

/**
 * Knows which further parts of rooms may be written. A part may be started once the one before it is half full, which is when
 * readers of that one open it too; a part that has content stays writable. A room's fill is computed once per row of its
 * log, so that refused clients may retry freely.
 */
export class StartedParts {
  private readonly log: RoomLog;
  private readonly openOf: (room: string) => Document | undefined;
  private readonly started = new Set<string>();
  /** In the order of computation. */
  private readonly fills = new Map<string, Remembered>();

  constructor(log: RoomLog, openOf: (room: string) => Document | undefined) {
    this.log = log;
    this.openOf = openOf;
  }

  /** Whether the answer is known without reading the part before it. */
  isKnown({ name, store }: Document): boolean {
    return !partBefore(name) || store.clients.size > 0 || this.started.has(name);
  }

  /** Whether a part may be written. `spent`: gets the processing time, ms, if it had to be computed. */
  async has(document: Document, spent: (ms: number) => void): Promise<boolean> {
    const before = partBefore(document.name);
    if (!before || this.isKnown(document)) return true;
    if (!isHalfFull(await this.fillOf(before, spent))) return false;
    this.started.add(document.name);
    return true;
  }

  /** One computation per room at a time, shared by concurrent callers. */
  private fillOf(name: string, spent: (ms: number) => void): Promise<Fill> {
    const row = this.log.lastApplied(name);
    const known = this.fills.get(name);
    if (known?.row === row) return known.fill;
    const fill = this.computed(name, spent);
    this.fills.delete(name);
    this.fills.set(name, { row, fill });
    fill.catch(() => this.fills.delete(name));
    const oldest = this.fills.keys().next();
    if (this.fills.size > MOST_REMEMBERED && !oldest.done) this.fills.delete(oldest.value);
    return fill;
  }

  private async computed(name: string, spent: (ms: number) => void): Promise<Fill> {
    const open = this.openOf(name);
    const isOpen = open && !open.isLoading;
    const doc = isOpen ? open : await this.log.read(name, spent);
    const began = performance.now();
    const fill = isOpen
      ? this.log.pendingRoom(name, open).fill
      : fillOf(doc, Y.encodeStateAsUpdate(doc).byteLength);
    if (!isOpen) doc.destroy();
    spent(performance.now() - began);
    return fill;
  }
}
