import { useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import type { Team } from '../../team/team.ts';
import { hubWords } from '../../team/views/hub-words.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { showToast } from '../../ui/toast.tsx';
import type { Workspace } from '../../workspace/open.ts';
import { linkRulesOf, mayName } from '../link-rules.ts';
import { MAX_NAME } from '../name.ts';
import { addressStart, type NameRefusal, nameLink } from '../name-link.ts';
import type { ShortLink } from '../tables.ts';

function wordsFor(refusal: NameRefusal): string {
  if (refusal === 'name-form' || refusal === 'form') return t('linkNameForm');
  if (refusal === 'name-length') return t('linkNameLength');
  return refusal === 'name-reserved' ? t('linkNameReserved') : hubWords(refusal);
}

interface LinkNameProps {
  workspace: Workspace;
  team: Team;
  link: ShortLink;
}

/** The last part of a link's address in words of its owner's, where the team lets them choose. */
export function LinkName({ workspace, team, link }: LinkNameProps) {
  const { name = '' } = link;
  const [typed, setTyped] = useState(name);
  const [wrong, setWrong] = useState('');
  if (!mayName(linkRulesOf(team.member), team.member.role)) return <p class="caption">{t('linkNameRule')}</p>;
  const save = async () => {
    const refusal = await nameLink(workspace, team, link.id, typed);
    setWrong(refusal ? wordsFor(refusal) : '');
    if (!refusal) showToast(t('linkSaved'));
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void save().catch((error: unknown) => setWrong(String(error)));
      }}
    >
      <TextField
        label={t('linkName', { start: addressStart(link) })}
        hint={t('linkNameHint')}
        error={wrong}
        value={typed}
        maxLength={MAX_NAME}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        onInput={setTyped}
      />
      <Button type="submit" disabled={typed.trim().toLowerCase() === name}>
        {t('linkNameSave')}
      </Button>
    </form>
  );
}
