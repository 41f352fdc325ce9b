import type { Document } from '@hocuspocus/server';
import * as Y from 'yjs';
import { type Fill, fillOf, isHalfFull } from '../../workspace/rooms/fill.ts';
import { partBefore } from '../../workspace/rooms/parts.ts';
import type { RoomLog } from '../store/log.ts';

/** Rooms of which it is remembered how full they are. */
const MOST_REMEMBERED = 10_000;

interface Remembered {
  readonly row: number;
  readonly fill: Promise<Fill>;
}

/**
 * Which further parts of rooms are begun. A part is written where the one before it is half full, since whoever reads that
 * one opens it then; what stood there already is written on. How full a room is, is computed once for each row of it: who
 * was refused may ask as often as they like.
 */
export class StartedParts {
  private readonly log: RoomLog;
  private readonly openOf: (room: string) => Document | undefined;
  private readonly started = new Set<string>();
  /** In the order in which they were computed. */
  private readonly fills = new Map<string, Remembered>();

  constructor(log: RoomLog, openOf: (room: string) => Document | undefined) {
    this.log = log;
    this.openOf = openOf;
  }

  /** Whether it is known without a look at the part before it. */
  isKnown({ name, store }: Document): boolean {
    return !partBefore(name) || store.clients.size > 0 || this.started.has(name);
  }

  /** `spent`: how long the hub was at it, ms, where it was not known. */
  async has(document: Document, spent: (ms: number) => void): Promise<boolean> {
    const before = partBefore(document.name);
    if (!before || this.isKnown(document)) return true;
    if (!isHalfFull(await this.fillOf(before, spent))) return false;
    this.started.add(document.name);
    return true;
  }

  /** One computation of a room at a time: who asks meanwhile gets the same. */
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
