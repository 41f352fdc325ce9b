import * as library from './library/rooms.ts';
import * as link from './link/rooms.ts';
import * as results from './results/rooms.ts';
import * as team from './team/rooms.ts';
import { roomsWith } from './workspace/room.ts';

/** Every kind of room, with the roots that the capabilities declare in it. */
export const ROOMS = roomsWith(
  [...team.rooms, ...library.rooms, ...results.rooms],
  [...team.roots, ...link.roots, ...library.roots, ...results.roots],
);
