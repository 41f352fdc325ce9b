import type { Workspace } from '../../workspace/open.ts';
import { changeSetting } from '../../workspace/setting.ts';
import { type Profile, profile } from '../profile.ts';

/** Changes some of the profile and leaves the rest as it stands at that moment. */
export function changeProfile(workspace: Workspace, part: Partial<Profile>): Promise<Profile> {
  return changeSetting(workspace, profile, (before) => ({ ...before, ...part }));
}
