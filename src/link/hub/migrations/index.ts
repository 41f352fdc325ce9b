import type { Steps } from '../../../hub/store/migrate.ts';
import { linksOfClicks } from './0002-links-of-clicks.ts';
import { linkNames } from './0060-link-names.ts';
import { formerNames } from './0080-former-names.ts';

/** Steps of the tables of links and clicks. The first tables were made by the engine's own steps. */
export const LINK_MIGRATIONS: Steps = {
  '0002-links-of-clicks': linksOfClicks,
  '0060-link-names': linkNames,
  '0080-former-names': formerNames,
};
