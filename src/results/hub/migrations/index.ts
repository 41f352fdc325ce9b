import type { Steps } from '../../../hub/store/migrate.ts';
import { guardedFigures } from './0040-guarded-figures.ts';

/** Steps of the tables of the results. The first of them was made by the engine's own steps. */
export const RESULTS_MIGRATIONS: Steps = {
  '0040-guarded-figures': guardedFigures,
};
