import type { PageWork } from '../team/keep.ts';
import { keepOfflineCache } from './offline-cache/fill.ts';

export const pageWork: PageWork = (_, team, signal) => keepOfflineCache(team, signal);
