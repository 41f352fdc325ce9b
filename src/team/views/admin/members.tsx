import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Section } from '../../../ui/section.tsx';
import type { Role } from '../../../workspace/room.ts';
import { FEW_MEMBERS, findMembers } from '../../find-members.ts';
import { type AdminView, type Command, ROLES, type TeamProfile } from '../../hub-api.ts';
import { ROLE_NAMES, ROLE_POWERS } from '../role-names.ts';
import { GroupsDialog } from './groups-dialog.tsx';
import type { Run } from './run.ts';

type Person = AdminView['members'][number];
interface Confirmation {
  readonly title: string;
  readonly about: string;
  readonly button: string;
  readonly command: Command;
}

/** The two ways of ending it. `gone`: also for who has left already. */
const ENDS = [
  {
    does: 'member.remove',
    word: 'adminRemove',
    sure: 'adminRemoveSure',
    about: 'adminMembersAbout',
    gone: false,
  },
  { does: 'erase', word: 'adminErase', sure: 'adminEraseSure', about: 'adminEraseAbout', gone: true },
] as const;

interface MembersProps {
  members: readonly Person[];
  profile: TeamProfile;
  isAdmin: boolean;
  run: Run;
}

/** The people of the team: roles and ends are confirmed first; groups and regions are any leader's to change. */
export function Members({ members, profile, isAdmin, run }: MembersProps) {
  const [confirming, setConfirming] = useState<Confirmation | null>(null);
  const [placing, setPlacing] = useState<Person | null>(null);
  const [typed, setTyped] = useState('');
  const found = members.length > FEW_MEMBERS ? findMembers(members, typed) : members;
  const hasParts = profile.groups.length + profile.regions.length > 0;
  // Without groups and regions there is nothing here for managers.
  if (!isAdmin && !hasParts) return null;
  return (
    <Section title={t('adminMembers')} about={isAdmin ? t('adminMembersAbout') : undefined}>
      {members.length > FEW_MEMBERS && (
        <TextField label={t('adminFindMember')} value={typed} autocomplete="off" onInput={setTyped} />
      )}
      {found.length === 0 && <p role="status">{t('adminFindNone')}</p>}
      {found.map((person) => (
        <OnePerson key={person.id} person={person} profile={profile}>
          {isAdmin && person.removed === null && <RoleChoice person={person} confirm={setConfirming} />}
          {hasParts && person.removed === null && (
            <Button
              kind="quiet"
              aria-label={t('adminPlaceOf', { name: person.name })}
              onClick={() => setPlacing(person)}
            >
              {t('adminPlace')}
            </Button>
          )}
          {isAdmin && <Ends person={person} confirm={setConfirming} />}
        </OnePerson>
      ))}
      <Confirm confirmation={confirming} run={run} onClose={() => setConfirming(null)} />
      {placing && (
        <GroupsDialog member={placing} profile={profile} run={run} onClose={() => setPlacing(null)} />
      )}
    </Section>
  );
}

interface ConfirmProps {
  confirmation: Confirmation | null;
  run: Run;
  onClose: () => void;
}

function Confirm({ confirmation, run, onClose }: ConfirmProps) {
  const confirm = () => {
    if (confirmation) void run(confirmation.command);
    onClose();
  };
  return (
    <Dialog
      open={confirmation !== null}
      role="alertdialog"
      title={confirmation?.title ?? ''}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('dataCancel')}</Button>
          <Button kind={confirmation?.command.do === 'member.role' ? 'shu' : 'loss'} onClick={confirm}>
            {confirmation?.button}
          </Button>
        </>
      }
    >
      <p>{confirmation?.about}</p>
    </Dialog>
  );
}

interface PersonProps {
  person: Person;
  profile: TeamProfile;
  children: ComponentChildren;
}

function OnePerson({ person: { name, group, region, removed }, profile, children }: PersonProps) {
  const places = [...profile.groups, ...profile.regions]
    .filter(({ id }) => id === group || id === region)
    .map((part) => part.name);
  return (
    <div class="admin-person">
      <span>
        {name} {removed !== null && <span class="caption">{t('adminLeft')}</span>}
        {places.length > 0 && <span class="caption">{places.join(' · ')}</span>}
      </span>
      {children}
    </div>
  );
}

interface ConfirmedProps {
  person: Person;
  confirm: (confirmation: Confirmation) => void;
}

/** What is said before a role is changed: what it may do, and that what it loses ends. */
const aboutRole = (before: Role, after: Role) =>
  [t(ROLE_POWERS[after]), ROLES.indexOf(after) > ROLES.indexOf(before) ? t('adminRoleLess') : '']
    .filter(Boolean)
    .join(' ');

function RoleChoice({ person: { id, name, role }, confirm }: ConfirmedProps) {
  const choose = (select: HTMLSelectElement) => {
    const chosen = ROLES.find((one) => one === select.value);
    // The select shows the present role until the hub has changed it.
    select.value = role;
    if (!chosen || chosen === role) return;
    confirm({
      title: t('adminRoleSure', { name, role: t(ROLE_NAMES[chosen]) }),
      about: aboutRole(role, chosen),
      button: t('adminRoleDo'),
      command: { do: 'member.role', member: id, role: chosen },
    });
  };
  return (
    <select
      class="input"
      aria-label={t('adminRoleOf', { name })}
      value={role}
      onChange={(event) => choose(event.currentTarget)}
    >
      {ROLES.map((one) => (
        <option key={one} value={one}>
          {t(ROLE_NAMES[one])}
        </option>
      ))}
    </select>
  );
}

function Ends({ person: { id, name, removed }, confirm }: ConfirmedProps) {
  return ENDS.filter(({ gone }) => gone || removed === null).map(({ does, word, sure, about }) => (
    <Button
      key={does}
      kind="quiet"
      onClick={() =>
        confirm({
          title: t(sure, { name }),
          about: t(about),
          button: t(word),
          command: { do: does, member: id },
        })
      }
    >
      {t(word)}
    </Button>
  ));
}
