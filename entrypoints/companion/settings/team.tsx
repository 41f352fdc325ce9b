import './settings.css';
import { t } from '../../../src/i18n/language.ts';
import { SharedMedia } from '../../../src/library/views/media/shared-media.tsx';
import { LINK_AUDIT } from '../../../src/link/views/admin/audit-words.ts';
import { LinkRulesForm } from '../../../src/link/views/admin/link-rules-form.tsx';
import { Admin } from '../../../src/team/views/admin/admin.tsx';
import { Devices } from '../../../src/team/views/devices.tsx';
import { Leaves } from '../../../src/team/views/leaves.tsx';
import { Mine } from '../../../src/team/views/mine.tsx';
import { team } from '../../../src/team/views/use-team.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { leads } from '../../../src/workspace/room.ts';

/** Settings: what leaves this device, the person's membership, and administration. */
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
      <h2 class="settings-part">{t('settingsMine')}</h2>
      <Leaves workspace={workspace} team={now} />
      <SharedMedia team={now} />
      <Mine workspace={workspace} team={now} />
      <Devices team={now} />
      {leads(now.member.role) && (
        <section aria-label={t('adminTitle')}>
          <h2 class="settings-part">{t('adminTitle')}</h2>
          <Admin team={now} audit={LINK_AUDIT}>
            <LinkRulesForm team={now} />
          </Admin>
        </section>
      )}
    </>
  );
}
