import type { PageWork } from '../team/keep.ts';
import { keepLinkRules } from './link-rules.ts';
import { keepClicks } from './watch-clicks.ts';

export const pageWork: PageWork = (workspace, team, signal) => {
  keepLinkRules(team, signal);
  keepClicks(workspace, team, signal);
};
