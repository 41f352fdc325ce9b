import * as z from 'zod/mini';
import { message } from '../../workspace/declare.ts';
import { Preset, Presets } from './presets.ts';

/** Saves the sheet's labels as a preset. Answers with all presets. */
export const sharePreset = message({
  name: 'share.preset',
  from: 'page',
  tells: 'privacyTellsLabels',
  ask: z.object({ preset: Preset }),
  answer: Presets,
});

/** Campaigns to suggest: the team's, then those of the last shares. */
export const shareCampaigns = message({
  name: 'share.campaigns',
  from: 'page',
  tells: 'privacyTellsLabels',
  ask: z.object({}),
  answer: z.array(z.string().check(z.maxLength(64))),
});
