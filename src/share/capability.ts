import type { Capability } from '../workspace/capability.ts';
import { sharesSheet } from './csv.ts';
import { sheetApart, sheetEnter, sheetOpening, sheetTaken } from './frame/messages.ts';
import { shareCampaigns, sharePreset } from './labels/messages.ts';
import { shareDraft, shareNow, shareOpened, shareRelated, shareSheet, shareUndo } from './messages.ts';
import { relationAnswer, relationChoose } from './relation/messages.ts';
import { shares } from './tables.ts';

export const share = {
  id: 'share',
  order: 10,
  tables: [shares],
  messages: [
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
    sheetOpening,
    sheetEnter,
    sheetApart,
    sheetTaken,
  ],
  sheets: [sharesSheet],
} as const satisfies Capability;
