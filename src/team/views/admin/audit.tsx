import { dayTime } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import { Section } from '../../../ui/section.tsx';
import type { AdminView, TeamProfile } from '../../hub-api.ts';
import { type AuditWords, auditNames, auditWords, inviteNames, isAboutInvite } from './audit-words.ts';

interface AuditProps {
  view: AdminView;
  profile: TeamProfile;
  audit: AuditWords;
}

/** Who did what, newest first. */
export function Audit({ view, profile, audit }: AuditProps) {
  const [names, invites] = [auditNames(view, profile), inviteNames(view)];
  return (
    <Section title={t('adminAudit')}>
      {view.audit.length === 0 && <p class="caption">{t('adminAuditNone')}</p>}
      <ul class="admin-audit">
        {view.audit.map(({ at, member, what, about }) => (
          <li key={`${at} ${what} ${about}`}>
            <time class="caption">{dayTime(at, current.value.language)}</time>
            <bdi>{names.get(member) ?? member}</bdi>
            <span title={isAboutInvite(what) ? about : undefined}>
              {auditWords(what, about, names, audit, invites)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
