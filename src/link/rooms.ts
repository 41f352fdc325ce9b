import { root } from '../workspace/room.ts';
import { SharedLink } from './link.ts';

/** Links are in the own room of the member who made them. */
export const roots = [root({ room: 'member', name: 'links', item: SharedLink })] as const;
