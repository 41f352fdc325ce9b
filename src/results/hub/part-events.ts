import { turn } from '../../hub/turn.ts';
import { type DeclaredEvents, declaredIn } from '../fold/room.ts';

/** Parts that are remembered: the events of one are no more than a part takes, and no longer than their schema lets them. */
const MOST_REMEMBERED = 64;

interface Remembered {
  readonly row: number;
  readonly events: DeclaredEvents;
}

/** The events of parts of members' rooms, as of their last rows: an edit has one part read again, and not all of a month. */
export class PartEvents {
  private readonly read: (part: string) => Promise<Readonly<Record<string, unknown>>>;
  private readonly lastRow: (part: string) => number;
  /** In the order of last use. */
  private readonly parts = new Map<string, Remembered>();

  /** `lastRow`: the last row of a part that is applied. */
  constructor(
    read: (part: string) => Promise<Readonly<Record<string, unknown>>>,
    lastRow: (part: string) => number,
  ) {
    this.read = read;
    this.lastRow = lastRow;
  }

  async of(part: string): Promise<DeclaredEvents> {
    const row = this.lastRow(part);
    const known = this.parts.get(part);
    const events = known?.row === row ? known.events : await this.computed(part);
    this.parts.delete(part);
    this.parts.set(part, { row, events });
    const oldest = this.parts.keys().next();
    if (this.parts.size > MOST_REMEMBERED && !oldest.done) this.parts.delete(oldest.value);
    return events;
  }

  private async computed(part: string): Promise<DeclaredEvents> {
    const events = declaredIn(await this.read(part));
    await turn();
    return events;
  }

  forget(): void {
    this.parts.clear();
  }
}
