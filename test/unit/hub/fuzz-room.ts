import { expect } from 'vitest';
import * as Y from 'yjs';
import type { ItemChange } from '../../../src/hub/admission/admit.ts';
import { watched } from './watched.ts';

/** A room at the hub, at every device, and at a colleague who is there all the time and writes nothing. */
export class Room {
  readonly name: string;
  readonly root: string;
  readonly replicas: Y.Doc[];
  readonly colleague = new Y.Doc();
  /** What the colleague saw. */
  readonly seen: readonly ItemChange[];
  hub = new Y.Doc();
  /** What stands by all that was answered: key and value. */
  private readonly answered = new Map<string, unknown>();

  constructor(name: string, root: string, replicas: Y.Doc[]) {
    this.name = name;
    this.root = root;
    this.replicas = replicas;
    this.seen = watched(this.colleague);
  }

  /** A row is committed: it is in the room from now on, and the colleague gets it. */
  applied(bytes: Uint8Array, changes: readonly ItemChange[]): void {
    Y.applyUpdate(this.hub, bytes);
    Y.applyUpdate(this.colleague, bytes);
    for (const { key, value } of changes)
      if (value === undefined) this.answered.delete(key);
      else this.answered.set(key, value);
    this.holds('');
  }

  /** The room as another process reads it. */
  reads(doc: Y.Doc, hint: string): void {
    this.hub = doc;
    this.holds(hint);
  }

  private holds(hint: string): void {
    expect(new Map(this.hub.getMap(this.root).entries()), `${hint}, ${this.name}`).toEqual(this.answered);
  }
}

/** What happened under each key, in order. */
export const pastOf = (changes: readonly ItemChange[]): Record<string, unknown> => {
  const byKey = Map.groupBy(changes, ({ root, key }) => `${root} ${key}`);
  return Object.fromEntries([...byKey].map(([name, all]) => [name, all.map(({ value }) => value ?? null)]));
};
