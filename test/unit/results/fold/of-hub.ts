import { HUB_CAPABILITIES } from '../../../../src/hub-sides.ts';
import { Measures } from '../../../../src/results/fold/measures.ts';

/** What a hub counts. */
export const MEASURES = new Measures(HUB_CAPABILITIES.flatMap(({ measures = [] }) => measures));
