import { useState } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { sayFailure } from '../../../ui/failure-toast.ts';
import { TextField } from '../../../ui/field.tsx';
import { Plus } from '../../../ui/icon.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { MAX_PATH } from '../../capture.ts';
import { makeCollection } from '../../collections.ts';

interface NewCollectionProps {
  workspace: Workspace;
  /** Called with the id of the new collection. */
  onMade?: (id: string) => Promise<unknown>;
}

/** Creates a collection. An existing name returns that collection. */
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
