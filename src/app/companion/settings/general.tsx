import { t } from '../../../i18n/language.ts';
import { profile } from '../../../team/profile.ts';
import { Failed } from '../../../ui/failed.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useLive } from '../../../workspace/live.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { readSetting } from '../../../workspace/setting.ts';
import { SettingsSections } from './sections.tsx';

/** Settings of the person and their shares. Each applies at once. */
export function General({ workspace }: { workspace: Workspace }) {
  const live = useLive(() => readSetting(workspace, profile), [workspace]);
  if (live.state === 'failed') return <Failed error={live.error} />;
  if (live.state === 'loading') return <Skeleton label={t('settingsReading')} />;
  return <SettingsSections audience="person" props={{ workspace, person: live.value }} />;
}
