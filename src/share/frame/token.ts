import { randomHex } from '../../workspace/hex.ts';

/** An unguessable name for one opening. */
export const newToken = (): string => randomHex(16);
