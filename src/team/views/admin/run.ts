import type { Command, Done } from '../../hub-api.ts';

/** Runs a command and shows why it failed; answers with what the hub did, or null. */
export type Run = (command: Command) => Promise<Done | null>;
