import type { Kysely } from 'kysely';
import type { Measure } from '../workspace/measure.ts';
import type { Edge } from './edge/edge.ts';
import type { Log } from './log-line.ts';
import type { Media } from './media/media.ts';
import type { People } from './people/people.ts';
import type { HubRooms } from './rooms/hub-rooms.ts';
import type { TeamRoom } from './rooms/team-room.ts';
import type { HubSettings } from './settings.ts';
import type { Tables } from './store/tables.ts';

/** What every part of a hub works with: its store, people, rooms and settings. */
export interface HubContext {
  readonly id: string;
  /** The store's epoch, new at every restore. */
  readonly epoch: string;
  readonly settings: HubSettings;
  readonly log: Log;
  /** UTC ms. */
  readonly now: () => number;
  readonly db: Kysely<Tables>;
  readonly people: People;
  readonly rooms: HubRooms;
  /** The team's profile and rules, and the room that shows them. */
  readonly team: TeamRoom;
  readonly media: Media;
  readonly edge: Edge;
  /** What the results count, of all capabilities. */
  readonly measures: readonly Measure[];
}
