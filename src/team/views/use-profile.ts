import { type Live, useLive } from '../../workspace/live.ts';
import type { Workspace } from '../../workspace/open.ts';
import { changeSetting, readSetting } from '../../workspace/setting.ts';
import { type Profile, profile } from '../profile.ts';

/** The person's profile, live, from whichever window it is changed. */
export function useProfile(workspace: Workspace): Live<Profile> {
  return useLive(() => readSetting(workspace, profile), [workspace]);
}

/** Changes some of the profile and leaves the rest as it stands at that moment. */
export function changeProfile(workspace: Workspace, part: Partial<Profile>): Promise<Profile> {
  return changeSetting(workspace, profile, (before) => ({ ...before, ...part }));
}
