import * as z from 'zod/mini';
import { message } from '../../workspace/declare.ts';
import { Preset, Presets } from './presets.ts';

/** Stores the sheet's labels as a preset. Answered with all presets. */
export const sharePreset = message({
  name: 'share.preset',
  from: 'page',
  ask: z.object({ preset: Preset }),
  answer: Presets,
});

/** Campaigns to offer: the team's, then those that were shared for last. */
export const shareCampaigns = message({
  name: 'share.campaigns',
  from: 'page',
  ask: z.object({}),
  answer: z.array(z.string().check(z.maxLength(64))),
});
