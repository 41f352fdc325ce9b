import { HUB_CAPABILITIES as ALL } from '../../src/hub-sides.ts';
import { anyItems } from '../unit/hub/any-items.ts';

/** The hub sides with roots that take any JSON: attacks go for what stands behind the schemas, which would stop them first. */
export const HUB_CAPABILITIES = anyItems(ALL);
