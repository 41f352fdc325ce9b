import type { ItemChange } from '../../hub/admission/admit.ts';
import type { WritingDevice } from '../../hub/store/row-scheduler.ts';
import { turn } from '../../hub/turn.ts';
import type { SerialQueue } from '../../workspace/serial-queue.ts';
import { type Declared, DeclaredLinks } from './declared-links.ts';

/** Links registered per commit; commands run in between. */
const BATCH = 100;

interface RegistrationParts {
  /** The jobs of the registry, of which each batch is one. */
  readonly turns: SerialQueue;
  readonly register: (batch: readonly Declared[]) => Promise<void>;
  readonly failed: (error: unknown) => void;
}

/**
 * Registers declared links in batches. A batch that fails, as on a full disk, is tried again with the next declaration or
 * `schedule`, and before all later ones: a restart looks only for links that were declared about when the last one was
 * registered.
 */
export class RegistrationQueue {
  private readonly parts: RegistrationParts;
  private readonly declared = new DeclaredLinks();
  /** The batch that is being registered or waits to be tried again. */
  private batch: readonly Declared[] = [];
  /** How many links were declared since the start, and how many of those were processed. */
  private noted = 0;
  private registered = 0;
  private isScheduled = false;

  constructor(parts: RegistrationParts) {
    this.parts = parts;
  }

  /** Queues the links that a device wrote: in order per link, fair among members and devices. */
  declare(writer: WritingDevice, changes: readonly ItemChange[], at: number): void {
    this.noted += this.declared.note(writer, changes, at);
    this.schedule();
  }

  /** Schedules a batch unless one is running or scheduled; the one that could not be registered comes first. */
  schedule(): void {
    const isEmpty = this.batch.length === 0 && this.declared.isEmpty;
    if (this.isScheduled || isEmpty) return;
    this.isScheduled = true;
    void this.parts.turns.run(() => this.registerNext());
  }

  /** Registers a batch; the next one queues behind commands that are waiting by then. */
  private async registerNext(): Promise<void> {
    if (this.batch.length === 0) this.batch = this.declared.take(BATCH);
    const isDone = await this.register();
    this.isScheduled = false;
    if (isDone) this.schedule();
    await turn();
  }

  private async register(): Promise<boolean> {
    try {
      await this.parts.register(this.batch);
    } catch (error) {
      this.parts.failed(error);
      return false;
    }
    this.registered += this.batch.length;
    this.batch = [];
    return true;
  }

  /** Resolves when all links declared so far are processed, or when they still cannot be. */
  async settled(): Promise<void> {
    const { noted } = this;
    this.schedule();
    do await this.parts.turns.idle();
    while (this.registered < noted && this.isScheduled);
  }
}
