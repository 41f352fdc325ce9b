import { readFileSync } from 'node:fs';

/**
 * How long a process's main thread was ready to run and had no core so far, ms: what others took from it. 0 where the
 * system does not tell. https://docs.kernel.org/scheduler/sched-stats.html#proc-pid-schedstat
 */
export function runDelay(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}

/** Measures how long something takes, without what two processes waited for a core meanwhile. */
export function stopwatch(pid: number | undefined): () => number {
  const now = () => [performance.now(), runDelay(pid), runDelay(process.pid)] as const;
  const [began, delay, own] = now();
  return () => {
    const [at, delayNow, ownNow] = now();
    return Math.max(0, at - began - Math.max(delayNow - delay, ownNow - own));
  };
}
