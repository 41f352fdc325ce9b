import { turn } from '../../hub/turn.ts';
import { type DeclaredEvents, declaredIn } from '../fold/member-cells.ts';

/** Cached parts. A part's events are limited in number by its size and in length by their schema. */
const MOST_REMEMBERED = 64;

interface Remembered {
  readonly row: number;
  readonly events: DeclaredEvents;
}

/** Caches the events of parts of members' rooms by their last row, so that an edit rereads one part and not a whole month. */
export class PartEvents {
  private readonly read: (part: string) => Promise<Readonly<Record<string, unknown>>>;
  private readonly lastRow: (part: string) => number;
  /** In the order of last use. */
  private readonly parts = new Map<string, Remembered>();

  /** `lastRow`: the last applied row of a part. */
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
