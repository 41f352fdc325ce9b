import listed from './explained.json' with { type: 'json' };

interface Explained {
  readonly file: string;
  readonly mutation: string;
  readonly reason: string;
}

const EXPLAINED: readonly Explained[] = listed;

/** Whether a change is known to change nothing that anybody could notice. By its text: lines move. */
export const isExplained = (file: string, mutation: string): boolean =>
  EXPLAINED.some((one) => one.file === file && one.mutation === mutation);
