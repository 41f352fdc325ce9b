import { events } from './activity/event.ts';
import { health, healthRead } from './activity/health.ts';
import { marks } from './activity/mark.ts';
import { marksAll, marksRead } from './activity/messages.ts';
import { rollups } from './activity/rollup.ts';
import { aside } from './archive/quarantine.ts';
import { inbox } from './capture/inbox.ts';
import { captureKeep, captureUndo } from './capture/messages.ts';
import { captures, collections, media } from './capture/tables.ts';
import { draftLater, draftLook } from './draft/messages.ts';
import { shelf } from './library/offline-cache/table.ts';
import { clickDays, clickHours, shortLinks } from './link/tables.ts';
import { pageRead } from './post/messages.ts';
import { sheetApart, sheetEnter, sheetOpening, sheetTaken } from './share/frame/messages.ts';
import { shareCampaigns, sharePreset } from './share/labels/messages.ts';
import { shareDraft, shareNow, shareOpened, shareRelated, shareSheet, shareUndo } from './share/messages.ts';
import { relationAnswer, relationChoose } from './share/relation/messages.ts';
import { drafts, shares } from './share/tables.ts';
import { deviceKeys } from './team/membership.ts';
import type { MessageMap } from './workspace/ask.ts';
import { appOpen, feedActing, feedsChanged, languageChanged } from './workspace/messages.ts';
import { roomMedia } from './workspace/rooms/media/tables.ts';
import { replicas, sent } from './workspace/rooms/tables.ts';
import { deviceState, settings } from './workspace/setting.ts';

/** Every table of the diary. The privacy page, export and backup are made from this list. */
export const TABLES = [
  events,
  rollups,
  marks,
  shares,
  shortLinks,
  clickDays,
  clickHours,
  drafts,
  captures,
  collections,
  media,
  inbox,
  health,
  aside,
  sent,
  replicas,
  roomMedia,
  shelf,
  deviceKeys,
  deviceState,
  settings,
] as const;

/** Every message between contexts. */
export const MESSAGES = [
  marksRead,
  marksAll,
  shareNow,
  shareOpened,
  shareRelated,
  shareUndo,
  relationAnswer,
  relationChoose,
  shareSheet,
  shareDraft,
  shareCampaigns,
  sharePreset,
  draftLater,
  draftLook,
  captureKeep,
  captureUndo,
  healthRead,
  sheetOpening,
  sheetEnter,
  sheetApart,
  sheetTaken,
  feedActing,
  appOpen,
  pageRead,
  languageChanged,
  feedsChanged,
] as const;

export type Messages = MessageMap<typeof MESSAGES>;
