import { useState } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { sayFailure } from '../../../ui/failure-toast.ts';
import { TextField } from '../../../ui/field.tsx';
import { Plus } from '../../../ui/icon.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { makeCollection } from '../../collections.ts';
import { MAX_PATH } from '../../tables.ts';

interface NewCollectionProps {
  workspace: Workspace;
  /** What to do with the new one, by its id. */
  onMade?: (id: string) => Promise<unknown>;
}

/** Makes a collection by its name. A name that is taken gives the one that has it. */
export function NewCollection({ workspace, onMade }: NewCollectionProps) {
  const [name, setName] = useState('');
  const make = async () => {
    const made = await makeCollection(workspace, name, Date.now());
    if (!made) return;
    setName('');
    await onMade?.(made.id);
  };
  return (
    <form
      class="tags-add"
      onSubmit={(event) => {
        event.preventDefault();
        make().catch(sayFailure);
      }}
    >
      <TextField
        label={t('captureCollectionNew')}
        value={name}
        maxLength={MAX_PATH}
        autocomplete="off"
        onInput={setName}
      />
      <Button type="submit" icon={<Plus aria-hidden="true" />}>
        {t('captureCollectionMake')}
      </Button>
    </form>
  );
}
