import { fork } from 'node:child_process';
import type { Crowd, CrowdAsk, Part, Where } from './sync-crowd.ts';

export interface CrowdOf {
  readonly where: Where;
  readonly devices: readonly { device: number; token: string }[];
  readonly edits: number;
  /** Edits a second, of all writers together. */
  readonly rate: number;
}

/** Devices that write, and every how many of the others looks at the clock when an edit comes. */
const WRITERS = 50;
const LOOKS = 40;

/** A process that answers one thing at a time. */
function crowdProcess() {
  const child = fork(new URL('./sync-crowd.ts', import.meta.url).pathname, { serialization: 'advanced' });
  const ask = <Answer>(asked: CrowdAsk): Promise<Answer> =>
    new Promise((done, failed) => {
      const ended = (code: number | null) => failed(new Error(`the crowd ended with ${code}`));
      child.once('exit', ended);
      child.once('message', ({ answer }: { answer: Answer }) => {
        child.off('exit', ended);
        done(answer);
      });
      child.send(asked);
    });
  return { ask, kill: () => child.kill() };
}

/**
 * A crowd of devices, of which some write and some look at the clock. Those have a process of their own, as a person's
 * device has; they join among the others, since the hub serves in the order of joining.
 */
export async function crowd({ where, devices, edits, rate }: CrowdOf): Promise<Crowd> {
  const [actors, others] = [crowdProcess(), crowdProcess()];
  const join = (who: ReturnType<typeof crowdProcess>, part: Part, some: CrowdOf['devices']) =>
    who.ask<null>({ join: some, where, part });
  try {
    await join(actors, 'writes', devices.slice(0, WRITERS));
    for (let from = WRITERS; from < devices.length; from += LOOKS) {
      await join(others, 'receives', devices.slice(from, from + LOOKS - 1));
      await join(actors, 'looks', devices.slice(from + LOOKS - 1, from + LOOKS));
    }
    return await actors.ask<Crowd>({ edits, rate });
  } finally {
    actors.kill();
    others.kill();
  }
}
