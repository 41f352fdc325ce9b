import type { ItemChange } from '../../hub/admission/admit.ts';
import { FairQueue, type Whose } from '../../hub/fair-queue.ts';
import type { WritingDevice } from '../../hub/store/row-scheduler.ts';

/** A link as a member's device declared it. */
export interface Declared {
  readonly member: string;
  readonly key: string;
  readonly value: unknown;
  readonly at: number;
}

/** Declared links that are not registered yet: fair among members and their devices, in order for each link. */
export class DeclaredLinks {
  private readonly queue = new FairQueue<Declared>();
  /** The queue in which a link waits: its later changes go into the same one, whichever device they come from. */
  private readonly queues = new Map<string, { whose: Whose; times: number }>();

  get isEmpty(): boolean {
    return this.queue.size === 0;
  }

  /** Queues the links that a device wrote; answers how many. */
  note({ member, device }: WritingDevice, changes: readonly ItemChange[], at: number): number {
    const links = changes.filter(({ root, value }) => root === 'links' && value !== undefined);
    for (const { key, value } of links) this.push([member, device], { member, key, value, at });
    return links.length;
  }

  private push(by: Whose, declared: Declared): void {
    const link = nameOf(declared);
    const { whose, times } = this.queues.get(link) ?? { whose: by, times: 0 };
    this.queues.set(link, { whose, times: times + 1 });
    this.queue.push(whose, declared);
  }

  /** Takes out the next ones, at most so many. */
  take(most: number): Declared[] {
    const taken: Declared[] = [];
    while (taken.length < most) {
      const next = this.queue.shift();
      if (!next) break;
      taken.push(next);
      this.leave(nameOf(next));
    }
    return taken;
  }

  private leave(link: string): void {
    const known = this.queues.get(link);
    if (known && known.times > 1) this.queues.set(link, { ...known, times: known.times - 1 });
    else this.queues.delete(link);
  }
}

const nameOf = ({ member, key }: Declared): string => `${member} ${key}`;
