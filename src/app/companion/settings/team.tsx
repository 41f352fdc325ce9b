import { t } from '../../../i18n/language.ts';
import { team } from '../../../team/views/use-team.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { SettingsSections } from './sections.tsx';

/** Settings: what leaves this device, and the person's membership. */
export function TeamSettings({ workspace }: { workspace: Workspace }) {
  const now = team.value;
  if (!now)
    return (
      <p class="settings-alone">
        {t('teamNone')} <a href="#/team">{t('navJoin')}</a>
      </p>
    );
  return <SettingsSections audience="member" props={{ workspace, team: now }} />;
}
