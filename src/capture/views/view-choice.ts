import * as z from 'zod/mini';
import type { Setting } from '../../workspace/setting.ts';

export const VIEWS = ['grid', 'list'] as const;
export type View = (typeof VIEWS)[number];

/** Preferred layout of captures. */
export const viewChoice: Setting<View> = { name: 'captures.view', value: z.enum(VIEWS), initial: 'grid' };
