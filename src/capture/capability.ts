import { sumChecks } from '../activity/check.ts';
import type { Capability } from '../workspace/capability.ts';
import { capturesSheet } from './csv.ts';
import { eventlessMarks } from './eventless-marks.ts';
import { inbox } from './inbox.ts';
import { captureKeep, captureUndo } from './messages.ts';
import { dropOrphans } from './orphan-pictures.ts';
import { pictureChecks } from './picture-checks.ts';
import { settleCaptures } from './reconcile-events.ts';
import { captures, collections, media } from './tables.ts';

export const capture = {
  id: 'capture',
  order: 30,
  tables: [captures, collections, media, inbox],
  messages: [captureKeep, captureUndo],
  sheets: [capturesSheet],
  checks: () => [...sumChecks(eventlessMarks), ...pictureChecks],
  sweep: async (workspace) => ({ [media.name]: await dropOrphans(workspace) }),
  settle: async (workspace, met) => settleCaptures(workspace, [...(met.get(captures.name) ?? [])]),
} as const satisfies Capability;
