import type { ComponentType } from 'preact';
import type { PlainKey } from '../../../i18n/translate.ts';
import type { AdminView, TeamProfile } from '../../hub-api.ts';
import type { Team } from '../../team.ts';
import { Audit } from './audit.tsx';
import type { AuditWords } from './audit-words.ts';
import { FiguresForm } from './figures-form.tsx';
import { Invites } from './invites.tsx';
import { Members } from './members.tsx';
import { ProfileForm } from './profile-form.tsx';
import { RelationForm } from './relation-form.tsx';
import type { Run } from './run.ts';
import { Storage } from './storage.tsx';

/** What a page of leading a team is drawn from. */
export interface AdminPageProps {
  team: Team;
  profile: TeamProfile;
  view: AdminView;
  isAdmin: boolean;
  run: Run;
  /** Sentences of the audit for what is done by commands of other capabilities. */
  audit: AuditWords;
}

/** A page of leading a team. */
export interface AdminPage {
  /** What follows the page in its address. */
  readonly id: string;
  readonly name: PlainKey;
  /** What is in it, in a few words. */
  readonly about: PlainKey;
  /** Managers lead a team too, but do not decide on its rules. */
  readonly isForAdmins: boolean;
  readonly View: ComponentType<AdminPageProps>;
}

function People({ profile, view, isAdmin, run }: AdminPageProps) {
  return (
    <>
      <Invites profile={profile} invites={view.invites} isAdmin={isAdmin} run={run} />
      <Members members={view.members} profile={profile} isAdmin={isAdmin} run={run} />
    </>
  );
}

/** In the order in which a new team needs them; those of other capabilities stand before the last two. */
export const FIRST: readonly AdminPage[] = [
  { id: 'profile', name: 'adminProfile', about: 'adminProfileIn', isForAdmins: true, View: ProfileForm },
  { id: 'people', name: 'adminPeople', about: 'adminPeopleIn', isForAdmins: false, View: People },
  {
    id: 'relations',
    name: 'relationTeam',
    about: 'adminRelationsIn',
    isForAdmins: true,
    View: RelationForm,
  },
  { id: 'figures', name: 'figuresTitle', about: 'adminFiguresIn', isForAdmins: true, View: FiguresForm },
];
export const LAST: readonly AdminPage[] = [
  { id: 'server', name: 'adminStorage', about: 'adminStorageIn', isForAdmins: true, View: Storage },
  { id: 'audit', name: 'adminAudit', about: 'adminAuditIn', isForAdmins: false, View: Audit },
];
