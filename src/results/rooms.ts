import * as z from 'zod/mini';
import { PublishedRule } from '../team/figures.ts';
import { room, root } from '../workspace/room.ts';
import { ResultChannels, ResultCounts, ResultDay, ResultSums } from './results-items.ts';

/** What the hub counted in one month. */
export const resultsRoom = room({
  kind: 'results',
  parts: ['month'],
  writes: 'hub',
  reads: 'member',
  purpose: 'roomResultsPurpose',
  keep: 'always',
  leaves: false,
});

export const rooms = [resultsRoom] as const;

export const roots = [
  root({ room: 'results', name: 'days', item: ResultDay }),
  root({ room: 'results', name: 'people', item: ResultSums }),
  root({ room: 'results', name: 'totals', item: ResultSums }),
  root({ room: 'results', name: 'materials', item: ResultSums }),
  root({ room: 'results', name: 'channels', item: ResultChannels }),
  root({ room: 'results', name: 'month', item: z.union([PublishedRule, ResultSums, ResultCounts]) }),
] as const;
