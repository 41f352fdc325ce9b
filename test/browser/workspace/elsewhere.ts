export const ROOM = 'library/2026-11';
export const DEVICE = 7;

/** What another context is to do. */
export type Task =
  | { readonly do: 'open'; readonly diary: string }
  | { readonly do: 'put'; readonly tag: string; readonly count: number }
  | { readonly do: 'look' }
  | { readonly do: 'connect' }
  | { readonly do: 'close' }
  | { readonly do: 'freeze' };

/** Those that are ready for the next test: one takes a while to load. */
const ready: Elsewhere[] = [];

/** The rooms of this device in another context: on a thread, with connections and memory of its own. */
export class Elsewhere {
  private readonly worker = new Worker(new URL('./elsewhere.worker.ts', import.meta.url), { type: 'module' });
  private isDead = false;

  /** One with the rooms of a diary. */
  static async on(diary: string): Promise<Elsewhere> {
    const elsewhere = ready.pop() ?? new Elsewhere();
    await elsewhere.do({ do: 'open', diary });
    return elsewhere;
  }

  /** Gives how many items the room shows there when that is done. */
  do(task: Exclude<Task, { do: 'freeze' }>): Promise<number> {
    return new Promise((resolve, reject) => {
      this.worker.onmessage = ({ data }: MessageEvent<number>) => resolve(data);
      this.worker.onerror = ({ message }) => reject(new Error(message));
      this.worker.postMessage(task);
    });
  }

  /** It reacts to nothing any more, and holds what it holds. */
  freeze(): void {
    const task: Task = { do: 'freeze' };
    this.worker.postMessage(task);
  }

  /** It ends at once, whatever it was at. */
  kill(): void {
    this.isDead = true;
    this.worker.terminate();
  }

  /** Lets go of it all. */
  async leave(): Promise<void> {
    if (this.isDead) return;
    await this.do({ do: 'close' });
    ready.push(this);
  }
}
