import { signal } from '@preact/signals';

/** Whether the list of shortcuts is open: by `?` or its button in the rail. */
export const keysShown = signal(false);

/** Whether the command palette is open. */
export const paletteShown = signal(false);
