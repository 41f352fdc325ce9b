import { useState } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import type { HubFailure } from '../../../team/hub-client.ts';
import type { Team } from '../../../team/team.ts';
import { hubWords } from '../../../team/views/hub-words.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { showToast } from '../../../ui/toast.tsx';
import type { LinkCommand } from '../../commands.ts';
import { MAX_NAME } from '../../name.ts';

const wordsFor = (reason: HubFailure) => (reason === 'unknown' ? t('adminFreeNone') : hubWords(reason));

/** Frees a link's former name for others. Printed codes that carry it then lead elsewhere. */
export function FreeName({ team }: { team: Team }) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState('');
  const name = typed.trim().toLowerCase();
  const free = async () => {
    const answer = await team.command<LinkCommand>({ do: 'link.free', name });
    setWrong(answer.ok ? '' : wordsFor(answer.reason));
    if (!answer.ok) return;
    setTyped('');
    showToast(t('adminFreed', { name }));
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void free();
      }}
    >
      <TextField
        label={t('adminFree')}
        hint={t('adminFreeHint')}
        error={wrong}
        value={typed}
        maxLength={MAX_NAME}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        onInput={setTyped}
      />
      <Button type="submit" disabled={name === ''}>
        {t('adminFreeDo')}
      </Button>
    </form>
  );
}
