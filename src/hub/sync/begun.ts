import type { Document } from '@hocuspocus/server';
import * as Y from 'yjs';
import { type Fill, fillOf, isHalfFull } from '../../workspace/rooms/fill.ts';
import { partBefore } from '../../workspace/rooms/parts.ts';
import type { RoomLog } from '../store/log.ts';

/**
 * Which further parts of rooms are begun. A part is written where the one before it is half full, since whoever reads that
 * one opens it then; what stood there already is written on.
 */
export class BegunParts {
  private readonly log: RoomLog;
  private readonly openOf: (room: string) => Document | undefined;
  private readonly begun = new Set<string>();

  constructor(log: RoomLog, openOf: (room: string) => Document | undefined) {
    this.log = log;
    this.openOf = openOf;
  }

  /** Whether it is known without a look at the part before it. */
  isKnown({ name, store }: Document): boolean {
    return !partBefore(name) || store.clients.size > 0 || this.begun.has(name);
  }

  async has(document: Document): Promise<boolean> {
    const before = partBefore(document.name);
    if (!before || this.isKnown(document)) return true;
    if (!isHalfFull(await this.fillOf(before))) return false;
    this.begun.add(document.name);
    return true;
  }

  private async fillOf(name: string): Promise<Fill> {
    const open = this.openOf(name);
    if (open && !open.isLoading) return this.log.ahead(name, open).fill;
    const doc = await this.log.read(name);
    const fill = fillOf(doc, Y.encodeStateAsUpdate(doc).byteLength);
    doc.destroy();
    return fill;
  }
}
