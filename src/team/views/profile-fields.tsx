import './profile.css';
import { t } from '../../i18n/language.ts';
import { TextField } from '../../ui/field.tsx';
import { SavedMark } from '../../ui/saved-mark.tsx';
import { useAutosave } from '../../ui/use-autosave.ts';
import type { Workspace } from '../../workspace/open.ts';
import type { Profile } from '../profile.ts';
import { changeProfile } from './change-profile.ts';

interface ProfileFieldsProps {
  workspace: Workspace;
  person: Profile;
}

const MAX = 80;

/** Name and company. Both may stay empty; both save themselves. */
export function ProfileFields({ workspace, person }: ProfileFieldsProps) {
  const name = useAutosave(person.name, (value) => changeProfile(workspace, { name: value.trim() }));
  const company = useAutosave(person.company, (value) => changeProfile(workspace, { company: value.trim() }));
  return (
    <div class="profile-fields">
      <TextField
        label={t('profileName')}
        hint={t('profileNameHint')}
        value={name.value}
        maxLength={MAX}
        autocomplete="name"
        onInput={name.setValue}
        onBlur={name.leave}
      />
      <SavedMark state={name.state} />
      <TextField
        label={t('profileCompany')}
        hint={t('profileCompanyHint')}
        value={company.value}
        maxLength={MAX}
        autocomplete="organization"
        onInput={company.setValue}
        onBlur={company.leave}
      />
      <SavedMark state={company.state} />
    </div>
  );
}
