import { LINK_AUDIT } from '../../../link/views/admin/audit-words.ts';
import { LinkRulesForm } from '../../../link/views/admin/link-rules-form.tsx';
import { Admin } from '../../../team/views/admin/admin.tsx';
import type { AdminPart } from '../../../team/views/admin/parts.tsx';
import { team } from '../../../team/views/use-team.ts';
import { leads } from '../../../workspace/room.ts';

const LINKS: readonly AdminPart[] = [
  { id: 'links', name: 'adminLinks', about: 'adminLinksIn', isForAdmins: true, View: LinkRulesForm },
];

/** Settings: leading the team, for those who do. */
export function LeadSettings({ part }: { part: string }) {
  const now = team.value;
  if (!now || !leads(now.member.role)) return null;
  return <Admin team={now} part={part} more={LINKS} audit={LINK_AUDIT} />;
}
