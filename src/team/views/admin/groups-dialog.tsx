import { useState } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { SelectField } from '../../../ui/field.tsx';
import type { AdminView, Part, TeamProfile } from '../../hub-api.ts';
import type { Run } from './run.ts';

/** Options of a group or region: none, and those of the team. */
export const partOptions = (parts: readonly Part[]) => [
  { value: '', label: t('adminNone') },
  ...parts.map(({ id, name }) => ({ value: id, label: name })),
];

interface GroupsDialogProps {
  member: AdminView['members'][number];
  profile: TeamProfile;
  run: Run;
  onClose: () => void;
}

/** A part that the team no longer has counts as none. */
const among = (parts: readonly Part[], id: string) => (parts.some((part) => part.id === id) ? id : '');

/** Choosing a member's group and region. */
export function GroupsDialog({ member, profile, run, onClose }: GroupsDialogProps) {
  const [group, setGroup] = useState(among(profile.groups, member.group));
  const [region, setRegion] = useState(among(profile.regions, member.region));
  const save = () => {
    void run({ do: 'member.place', member: member.id, group, region });
    onClose();
  };
  return (
    <Dialog
      open
      title={t('adminPlaceOf', { name: member.name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('dataCancel')}</Button>
          <Button kind="shu" onClick={save}>
            {t('adminSave')}
          </Button>
        </>
      }
    >
      {profile.groups.length > 0 && (
        <SelectField
          label={t('adminInviteGroup')}
          value={group}
          options={partOptions(profile.groups)}
          onChange={setGroup}
        />
      )}
      {profile.regions.length > 0 && (
        <SelectField
          label={t('adminInviteRegion')}
          value={region}
          options={partOptions(profile.regions)}
          onChange={setRegion}
        />
      )}
    </Dialog>
  );
}
