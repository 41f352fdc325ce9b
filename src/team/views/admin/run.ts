import type { Command } from '../../hub-api.ts';

/** Runs a command and shows why it failed; answers with what it made, or null. */
export type Run = (command: Command) => Promise<{ address: string } | null>;
