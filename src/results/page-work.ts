import type { PageWork } from '../team/keep.ts';
import { keepPublished } from './publish-changes.ts';

export const pageWork: PageWork = (workspace, team, signal) => keepPublished(workspace, team, signal);
