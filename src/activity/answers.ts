import { type Answers, answering } from '../workspace/answer.ts';
import { allBits, bitsFor } from './broadcast-marks.ts';
import { countReading, healthRead } from './health.ts';
import { marksAll, marksRead } from './messages.ts';

export const answers: Answers = ({ workspace }) => [
  answering(marksRead, async ({ posts }) => ({ marks: await bitsFor(workspace, posts) })),
  answering(marksAll, async ({ site }) => ({ marks: await allBits(workspace, site) })),
  answering(healthRead, async (reading) => {
    await countReading(workspace, reading);
    return true;
  }),
];
