import type { Workspace } from '../open.ts';
import { SerialQueues } from '../serial-queue.ts';
import { nextClientId } from './client-id.ts';
import { clearRefusals, commitEdits, type Drawn, drawEdits } from './commit-edits.ts';
import type { Entry } from './edit.ts';
import { wholeOf } from './parts.ts';
import type { Replica } from './replica.ts';
import type { SentRow } from './tables.ts';

/** How often an edit is drawn anew where its room was replaced meanwhile. */
const TRIES = 3;

/** The rooms as their writer needs them. */
export interface Writable {
  readonly workspace: Workspace;
  readonly device: number;
  /** A room that is open, with all that the disk has of it. */
  ready(room: string): Promise<Replica>;
  /** Opens rooms anew. */
  reopen(rooms: readonly string[]): void;
  /** An edit is durable: whoever has the room open takes it. */
  share(drawn: Drawn, database: string): void;
}

/** Writes what this context adds to rooms. */
export class EditWriter {
  private readonly rooms: Writable;
  /** An edit stands on the one before: in each room one is written after the other. */
  private readonly queues = new SerialQueues();
  private client: Promise<number> | null = null;

  constructor(rooms: Writable) {
    this.rooms = rooms;
  }

  /** Does something once all that was begun in a room before has ended. */
  inTurn(room: string, work: () => Promise<void>): Promise<void> {
    return this.queues.run(wholeOf(room), work);
  }

  /**
   * Draws edits, makes them durable together, and only then applies them and passes them on: the hub gets them in parts that it
   * takes. Where a room was replaced meanwhile they are drawn on the new one.
   */
  async write(
    root: string,
    parts: ReadonlyMap<string, readonly Entry[]>,
    rows: readonly SentRow[],
  ): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const drawn = await this.draw(root, parts);
      if (drawn.length + rows.length === 0) return;
      const databases = await this.commit(root, drawn, rows);
      if (databases) {
        for (const one of drawn) this.rooms.share(one, databases.get(one.replica) ?? '');
        return;
      }
      this.rooms.reopen([...parts.keys()]);
    }
    throw new Error('the room is replaced again and again');
  }

  private async draw(root: string, parts: ReadonlyMap<string, readonly Entry[]>): Promise<Drawn[]> {
    const all: Drawn[] = [];
    for (const [name, entries] of parts) {
      const replica = await this.rooms.ready(name);
      const client = await this.clientFor(replica);
      const { drawn, standing } = drawEdits(replica, root, entries, client);
      await clearRefusals(this.rooms.workspace, name, root, standing);
      all.push(...drawn);
    }
    return all;
  }

  private async commit(root: string, drawn: readonly Drawn[], rows: readonly SentRow[]) {
    try {
      return await commitEdits(this.rooms.workspace, root, drawn, rows);
    } catch (error) {
      // The commit may have reached the disk: never reuse these clocks.
      this.renew();
      throw error;
    }
  }

  /**
   * One client id for all rooms, taken at the first writing. A new one where a room lacks something: edits of the one before
   * may be in it that nobody sees yet, and their clocks are taken.
   */
  private clientFor(replica: Replica): Promise<number> {
    if (replica.isGappy) this.renew();
    const client = this.client ?? nextClientId(this.rooms.workspace, this.rooms.device);
    this.client = client;
    // A number that could not be noted, as on a full disk, is taken anew with the next edit.
    client.catch(() => this.client === client && this.renew());
    return client;
  }

  /** The next edit comes by a new client id: rooms were thrown away, and what stood in them is unknown. */
  renew(): void {
    this.client = null;
  }
}
