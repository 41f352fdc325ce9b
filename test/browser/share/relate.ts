import { ownRelations } from '../../../src/share/relation/relation.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { writeSetting } from '../../../src/workspace/setting.ts';
import { RELATED } from '../../run/related.ts';

/** The profile's answer to the one question before a first share: what is shared of the stand-ins is the employer's. */
export const relate = (workspace: Workspace): Promise<void> => writeSetting(workspace, ownRelations, RELATED);
