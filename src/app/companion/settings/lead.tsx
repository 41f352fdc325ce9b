import { Admin } from '../../../team/views/admin/admin.tsx';
import type { AdminPart } from '../../../team/views/admin/parts.tsx';
import { team } from '../../../team/views/use-team.ts';
import { isLeader } from '../../../workspace/room.ts';
import { AUDIT_WORDS, LEAD_PARTS } from '../../settings-list.ts';
import { LazyPage } from '../lazy-page.tsx';

const OF_OTHERS: readonly AdminPart[] = LEAD_PARTS.map(({ load, ...part }) => ({
  ...part,
  View: (props) => <LazyPage load={load} props={props} />,
}));

/** Settings: leading the team, for those who do. */
export function LeadSettings({ part }: { part: string }) {
  const now = team.value;
  if (!now || !isLeader(now.member.role)) return null;
  return <Admin team={now} part={part} more={OF_OTHERS} audit={AUDIT_WORDS} />;
}
