import { t } from '../../../i18n/language.ts';
import { SharedMedia } from '../../../library/views/media/shared-media.tsx';
import { Devices } from '../../../team/views/devices.tsx';
import { Leaves } from '../../../team/views/leaves.tsx';
import { Mine } from '../../../team/views/mine.tsx';
import { team } from '../../../team/views/use-team.ts';
import type { Workspace } from '../../../workspace/open.ts';

/** Settings: what leaves this device, and the person's membership. */
export function TeamSettings({ workspace }: { workspace: Workspace }) {
  const now = team.value;
  if (!now)
    return (
      <p class="settings-alone">
        {t('teamNone')} <a href="#/team">{t('navJoin')}</a>
      </p>
    );
  return (
    <>
      <Leaves workspace={workspace} team={now} />
      <SharedMedia team={now} />
      <Mine workspace={workspace} team={now} />
      <Devices team={now} />
    </>
  );
}
