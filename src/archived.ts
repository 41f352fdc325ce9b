import { eventsSheet } from './activity/csv.ts';
import { type Event, events } from './activity/event.ts';
import { health } from './activity/health.ts';
import { marks } from './activity/mark.ts';
import { followCapture, isDayOfMoment, mergeEvents, mergeHealth } from './activity/merge.ts';
import { rollups } from './activity/rollup.ts';
import { tally } from './activity/tally.ts';
import type { Archived, TableRule } from './archive/archived.ts';
import { capturesSheet } from './capture/csv.ts';
import { mergeCaptures } from './capture/merge-captures.ts';
import { typeOf } from './capture/pictures.ts';
import { settleCaptures } from './capture/reconcile-events.ts';
import { captures, type Medium, media } from './capture/tables.ts';
import { TABLES } from './declarations.ts';
import { shelf } from './library/offline-cache/table.ts';
import { clickHours } from './link/tables.ts';
import { sharesSheet } from './share/csv.ts';
import { deviceKeys } from './team/membership.ts';
import { hashOf } from './workspace/bytes.ts';
import type { RowOf } from './workspace/declare.ts';
import { roomMedia } from './workspace/rooms/media/tables.ts';
import { replicas, sent } from './workspace/rooms/tables.ts';
import { deviceState, settings } from './workspace/setting.ts';

async function isPictureOfItsHash({ hash, type, bytes }: Medium): Promise<boolean> {
  return typeOf(bytes) === type && (await hashOf(bytes)) === hash;
}

const eventRule: TableRule<Event> = {
  table: events,
  merge: mergeEvents,
  follow: (event, moved) => followCapture(event, moved.get(captures.name)),
  fits: isDayOfMoment,
  alongside: [rollups, marks],
  written: tally,
};

/** What others point to comes before them, the last of these first. */
const FIRST: readonly string[] = [captures.name, media.name];

/** How each table is taken away and brought back. A table that is not named here goes by the defaults. */
export const ARCHIVED: Archived = {
  tables: [...TABLES].sort((a, b) => FIRST.indexOf(b.name) - FIRST.indexOf(a.name)),
  rules: [
    eventRule,
    { table: rollups, made: true },
    { table: marks, made: true },
    // The hub tells them again, for as long as it may.
    { table: clickHours, made: true },
    // What is the team's stays with the team, and a key never leaves its device.
    { table: sent, made: true },
    { table: replicas, made: true },
    { table: roomMedia, made: true },
    { table: shelf, made: true },
    { table: deviceKeys, made: true },
    { table: deviceState, made: true },
    { table: captures, merge: mergeCaptures },
    // The key is the hash of the bytes: two rows of one key hold the same picture.
    { table: media, merge: (mine: Medium) => mine, fits: isPictureOfItsHash },
    { table: health, merge: mergeHealth },
    // What this device is set to holds, unless the person chooses the file's.
    { table: settings, merge: (mine: RowOf<typeof settings>) => mine },
  ] as readonly TableRule[],
  names: {
    events: 'tableEvents',
    links: 'tableLinks',
    shortLinks: 'tableShortLinks',
    clickDays: 'tableClickDays',
    clickHours: 'tableClickHours',
    drafts: 'tableDrafts',
    captures: 'tableCaptures',
    collections: 'tableCollections',
    media: 'tableMedia',
    inbox: 'tableInbox',
    health: 'tableHealth',
    settings: 'tableSettings',
    aside: 'tableAside',
    sent: 'tableSent',
    replicas: 'tableReplicas',
    roomMedia: 'tableRoomMedia',
    shelf: 'tableShelf',
    deviceKeys: 'tableDeviceKeys',
    deviceState: 'tableDeviceState',
  },
  sheets: [capturesSheet, sharesSheet, eventsSheet],
  settle: async (workspace, met) => settleCaptures(workspace, [...(met.get(captures.name) ?? [])]),
};
