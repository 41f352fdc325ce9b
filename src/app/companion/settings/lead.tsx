import { Admin } from '../../../team/views/admin/admin.tsx';
import type { AdminPage } from '../../../team/views/admin/pages.tsx';
import { team } from '../../../team/views/use-team.ts';
import { isLeader } from '../../../workspace/room.ts';
import { AUDIT_WORDS, LEAD_PAGES } from '../../settings-list.ts';
import { LazyPage } from '../lazy-page.tsx';

const OF_OTHERS: readonly AdminPage[] = LEAD_PAGES.map(({ load, ...page }) => ({
  ...page,
  View: (props) => <LazyPage load={load} props={props} />,
}));

/** Settings: leading the team, for those who do. */
export function LeadSettings({ rest }: { rest: string }) {
  const now = team.value;
  if (!now || !isLeader(now.member.role)) return null;
  return <Admin team={now} page={rest} more={OF_OTHERS} audit={AUDIT_WORDS} />;
}
