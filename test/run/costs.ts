/** What a file of tests, or what runs without files, took, s: on the clock, and of the processors. */
export interface Cost {
  readonly name: string;
  readonly seconds: number;
  readonly cpu: number;
}

const SLOWEST = 10;

const column = (seconds: number) => `${seconds.toFixed(1).padStart(6)} s`;

/** The slowest ones in lines, and all CPU together, so that nobody has to look for what costs most. */
export function slowestOf(costs: readonly Cost[]): string[] {
  const slowest = costs.toSorted((a, b) => b.seconds - a.seconds).slice(0, SLOWEST);
  const all = costs.reduce((sum, { cpu }) => sum + cpu, 0);
  return [
    `The slowest ${slowest.length}:   CPU`,
    ...slowest.map(({ name, seconds, cpu }) => `${column(seconds)} ${column(cpu)}  ${name}`),
    `${column(all)} of CPU in all`,
  ];
}
