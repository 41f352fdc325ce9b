import '../join/join.css';
import './admin.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { byteSize } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { Section } from '../../../ui/section.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { AdminView, TeamProfile } from '../../hub-api.ts';
import type { Team } from '../../team.ts';
import { hubWords } from '../hub-words.ts';
import { fitting, useItems } from '../use-items.ts';
import { Audit } from './audit.tsx';
import type { AuditWords } from './audit-words.ts';
import { FiguresForm } from './figures-form.tsx';
import { Invites } from './invites.tsx';
import { Members } from './members.tsx';
import { ProfileForm } from './profile-form.tsx';
import { RelationForm } from './relation-form.tsx';
import type { Run } from './run.ts';

interface AdminProps {
  team: Team;
  /** Forms of other capabilities, for admins. */
  children?: ComponentChildren;
  /** Sentences of the audit for what is done by their commands. */
  audit?: AuditWords;
}

/** The page for leading a team: its profile, invites, people, the hub's state, and the audit. */
export function Admin({ team, children, audit = {} }: AdminProps) {
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
    return answer.ok ? (answer.value.made ?? null) : null;
  };
  if (wrong) return <p role="alert">{wrong}</p>;
  if (!view || !profile) return <Skeleton label={t('adminReading')} />;
  return (
    <>
      {team.member.role === 'admin' && <ProfileForm profile={profile} run={run} />}
      <Invites profile={profile} invites={view.invites} isAdmin={team.member.role === 'admin'} run={run} />
      <Members members={view.members} profile={profile} isAdmin={team.member.role === 'admin'} run={run} />
      {team.member.role === 'admin' && <FiguresForm team={team} />}
      {team.member.role === 'admin' && <RelationForm team={team} />}
      {team.member.role === 'admin' && children}
      {team.member.role === 'admin' && <Storage team={team} view={view} />}
      <Audit view={view} profile={profile} words={audit} />
    </>
  );
}

/** A team's export may be hundreds of megabytes over a slow connection. */
const EXPORT_PATIENCE = 15 * 60_000;
const Backup = z.object({ backup: z.string().check(z.maxLength(200)) });

function Storage({ team, view }: { team: Team; view: AdminView }) {
  const size = (bytes: number) => byteSize(bytes, current.value.language);
  const { database, media } = view.storage;
  const backUp = async () => {
    const answer = await team.ask('/api/backup', {}, Backup);
    showToast(answer.ok ? t('adminBackedUp', { name: answer.value.backup }) : hubWords(answer.reason));
  };
  const takeAway = async () => {
    const answer = await team.ask('/api/export', {}, z.unknown(), EXPORT_PATIENCE);
    if (!answer.ok) return showToast(hubWords(answer.reason));
    const file = new Blob([JSON.stringify(answer.value, null, 1)], { type: 'application/json' });
    saveFile(file, 'musubi-team.json');
  };
  return (
    <Section
      title={t('adminStorage')}
      about={t('adminStorageAbout', { database: size(database), media: size(media) })}
    >
      <Button onClick={() => void backUp()}>{t('adminBackup')}</Button>{' '}
      <Button onClick={() => void takeAway()}>{t('adminExport')}</Button>
    </Section>
  );
}
