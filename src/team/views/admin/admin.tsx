import '../join/join.css';
import './admin.css';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { AdminView, TeamProfile } from '../../hub-api.ts';
import type { Team } from '../../team.ts';
import { hubWords } from '../hub-words.ts';
import { fitting, useItems } from '../use-items.ts';
import type { AuditWords } from './audit-words.ts';
import { Contents } from './contents.tsx';
import { type AdminPage, FIRST, LAST } from './pages.tsx';
import type { Run } from './run.ts';

interface AdminProps {
  team: Team;
  /** The page that is shown; with none, a table of contents. */
  page: string;
  /** Pages of other capabilities. */
  more?: readonly AdminPage[];
  /** Sentences of the audit for what is done by their commands. */
  audit?: AuditWords;
}

/** Leading a team, page by page: its profile, people, rules, the hub's state, and the audit. */
export function Admin({ team, page, more = [], audit = {} }: AdminProps) {
  const isAdmin = team.member.role === 'admin';
  const pages = [...FIRST, ...more, ...LAST].filter(({ isForAdmins }) => isAdmin || !isForAdmins);
  const shown = pages.find(({ id }) => id === page);
  return (
    <>
      <Contents pages={pages} shown={shown?.id ?? ''} />
      {shown && <Page key={shown.id} team={team} page={shown} audit={audit} />}
    </>
  );
}

function Page({ team, page: { View }, audit }: { team: Team; page: AdminPage; audit: AuditWords }) {
  const [view, setView] = useState<AdminView | null>(null);
  const [wrong, setWrong] = useState('');
  const profile = fitting(useItems(team.rooms, ['team'], 'profile'), TeamProfile)[0];
  const read = async () => {
    const answer = await team.ask('/api/admin', {}, AdminView);
    setWrong(answer.ok ? '' : hubWords(answer.reason));
    if (answer.ok) setView(answer.value);
  };
  useEffect(() => void read(), [team]);
  const run: Run = async (command) => {
    const answer = await team.command(command);
    if (!answer.ok) showToast(hubWords(answer.reason));
    else if (answer.value.ended) showToast(t('adminInvitesEnded', { n: answer.value.ended }));
    await read();
    return answer.ok ? answer.value : null;
  };
  if (wrong) return <p role="alert">{wrong}</p>;
  if (!view || !profile) return <Skeleton label={t('adminReading')} />;
  const isAdmin = team.member.role === 'admin';
  return <View team={team} profile={profile} view={view} isAdmin={isAdmin} run={run} audit={audit} />;
}
