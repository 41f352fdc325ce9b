import type { Workspace } from '../../workspace/open.ts';
import { changeSetting } from '../../workspace/setting.ts';
import { type Profile, profile } from '../profile.ts';

/** Changes some fields of the profile and leaves the others as they are now. */
export function changeProfile(workspace: Workspace, part: Partial<Profile>): Promise<Profile> {
  return changeSetting(workspace, profile, (before) => ({ ...before, ...part }));
}
