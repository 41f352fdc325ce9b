import { t } from '../../../src/i18n/language.ts';
import { SharedMedia } from '../../../src/library/views/media/shared-media.tsx';
import { Devices } from '../../../src/team/views/devices.tsx';
import { Leaves } from '../../../src/team/views/leaves.tsx';
import { Mine } from '../../../src/team/views/mine.tsx';
import { team } from '../../../src/team/views/use-team.ts';
import type { Workspace } from '../../../src/workspace/open.ts';

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
