import { useMemo, useState } from 'preact/hooks';
import { date } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { sayFailure } from '../../../ui/failure-toast.ts';
import { SelectField, TextField } from '../../../ui/field.tsx';
import { qrOf } from '../../../ui/qr.ts';
import { QrCode } from '../../../ui/qr-code.tsx';
import { Section } from '../../../ui/section.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { type AdminView, ROLES, type TeamProfile } from '../../hub-api.ts';
import { ROLE_NAMES } from '../role-names.ts';
import { partOptions } from './groups-dialog.tsx';
import type { Run } from './run.ts';

interface InvitesProps {
  profile: TeamProfile;
  invites: AdminView['invites'];
  isAdmin: boolean;
  run: Run;
}

/** Making an invite, and those that still hold. */
export function Invites({ profile, invites, isAdmin, run }: InvitesProps) {
  const now = Date.now();
  const open = invites.filter(({ revoked, until, uses }) => revoked === null && until > now && uses > 0);
  return (
    <Section title={t('adminInvite')} about={t('adminInviteAbout')}>
      <MakeInvite profile={profile} isAdmin={isAdmin} run={run} />
      <ul class="admin-audit">
        {open.map(({ id, role, uses, until }) => (
          <li key={id}>
            <span>
              {t('adminInviteOpen', {
                n: uses,
                role: t(ROLE_NAMES[role]),
                date: date(until, current.value.language),
              })}
            </span>
            <Button kind="quiet" onClick={() => void run({ do: 'invite.revoke', invite: id })}>
              {t('adminInviteRevoke')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function MakeInvite({ profile, isAdmin, run }: Omit<InvitesProps, 'invites'>) {
  const [role, setRole] = useState<string>('member');
  const [group, setGroup] = useState('');
  const [region, setRegion] = useState('');
  const [uses, setUses] = useState('1');
  const [days, setDays] = useState('7');
  const [made, setMade] = useState('');
  const within = (text: string, most: number) => Math.min(most, Math.max(1, Math.round(Number(text)) || 1));
  const make = async () => {
    const chosen = ROLES.find((one) => one === role) ?? 'member';
    const answer = await run({
      do: 'invite.make',
      role: chosen,
      group,
      region,
      uses: within(uses, 1000),
      days: within(days, 365),
    });
    setMade(answer?.made?.address ?? '');
  };
  const roles = ROLES.filter((one) => isAdmin || one !== 'admin');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <div class="admin-invite">
        <SelectField
          label={t('adminInviteRole')}
          value={role}
          options={roles.map((one) => ({ value: one, label: t(ROLE_NAMES[one]) }))}
          onChange={setRole}
        />
        <SelectField
          label={t('adminInviteGroup')}
          value={group}
          options={partOptions(profile.groups)}
          onChange={setGroup}
        />
        <SelectField
          label={t('adminInviteRegion')}
          value={region}
          options={partOptions(profile.regions)}
          onChange={setRegion}
        />
        <TextField label={t('adminInviteUses')} value={uses} inputMode="numeric" onInput={setUses} />
        <TextField label={t('adminInviteDays')} value={days} inputMode="numeric" onInput={setDays} />
        <Button type="submit">{t('adminInviteMake')}</Button>
      </div>
      {made && <Made address={made} />}
    </form>
  );
}

/** The invite link, shown only once, since the hub stores just a hash of its secret. */
function Made({ address }: { address: string }) {
  const code = useMemo(() => qrOf(address), [address]);
  const copy = () => {
    void navigator.clipboard.writeText(address).then(() => showToast(t('adminInviteCopied')), sayFailure);
  };
  return (
    <div class="admin-made">
      <QrCode code={code} label={t('adminInviteQr')} />
      <TextField label={t('joinLink')} value={address} readOnly onInput={() => undefined} />
      <Button onClick={copy}>{t('adminInviteCopy')}</Button>
    </div>
  );
}
