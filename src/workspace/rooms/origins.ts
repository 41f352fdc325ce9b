import { RoomStore } from './stored.ts';

/** Where an update of a room came from: this context's own writing, what the diary has, another context of this device. */
export const OWN = 'own';
export const FROM_DIARY = 'diary';
export const FROM_CONTEXT = 'context';

/** Whether an update came over the hub connection. What a room's own database has carries that database. */
export const isFromHub = (origin: unknown): boolean =>
  origin !== OWN && origin !== FROM_DIARY && origin !== FROM_CONTEXT && !(origin instanceof RoomStore);
