import { readdirSync, readFileSync } from 'node:fs';

interface Reading {
  readonly at: number;
  readonly seconds: number;
}

/** Clock ticks a second, in which Linux counts: it is 100 on every machine that Node runs on. */
const TICKS = 100;
const EVERY_MS = 400;

/** The parent of a process, and the ticks that it and those of its children that have ended took. */
interface Usage {
  readonly parent: number;
  readonly ticks: number;
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html; the name, in brackets, may hold spaces. */
function usageOf(pid: string): Usage | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { parent: Number(fields[1]), ticks };
  } catch {
    // It has ended since the folder was listed.
    return null;
  }
}

/** CPU that a process and all its descendants took so far, s; null where the system does not say. */
export function cpuOf(root: number): number | null {
  let names: string[];
  try {
    names = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return null;
  }
  const usages = new Map(names.map((name) => [Number(name), usageOf(name)]));
  const isOurs = (pid: number): boolean => {
    if (pid === root) return true;
    const parent = usages.get(pid)?.parent ?? 0;
    return parent > 1 && isOurs(parent);
  };
  let ticks = 0;
  for (const [pid, usage] of usages) if (usage && isOurs(pid)) ticks += usage.ticks;
  return ticks / TICKS;
}

/** How much CPU a command takes as it goes, with all that it starts. */
export class CpuMeter {
  private readonly readings: Reading[] = [{ at: Date.now(), seconds: 0 }];
  private readonly timer: NodeJS.Timeout;
  private readonly pid: number;

  constructor(pid: number) {
    this.pid = pid;
    this.timer = setInterval(() => this.read(), EVERY_MS);
  }

  private read(): void {
    const seconds = cpuOf(this.pid);
    // A browser that is killed leaves children whose time nobody counts any more.
    if (seconds) this.readings.push({ at: Date.now(), seconds: Math.max(seconds, this.last) });
  }

  private get last(): number {
    return this.readings.at(-1)?.seconds ?? 0;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** The CPU that was taken between two moments, s. */
  between(from: number, to: number): number {
    return this.until(to) - this.until(from);
  }

  private until(moment: number): number {
    const after = this.readings.find(({ at }) => at >= moment);
    return after ? after.seconds : this.last;
  }
}
