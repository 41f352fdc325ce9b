import { signal } from '@preact/signals';

/** Whether the list of keys is open: `?` opens it from anywhere, and so does its button in the rail. */
export const keysShown = signal(false);

/** Whether the list of all that can be done is open. */
export const paletteShown = signal(false);
