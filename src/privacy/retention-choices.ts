import * as z from 'zod/mini';
import type { Setting } from '../workspace/setting.ts';

/** Retention that the person chose, in days by table name. */
export const shorter: Setting<Record<string, number>> = {
  name: 'privacy.shorter',
  value: z.record(z.string().check(z.maxLength(40)), z.int().check(z.positive())),
  initial: {},
};
