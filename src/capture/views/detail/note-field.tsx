import { t } from '../../../i18n/language.ts';
import { TextArea } from '../../../ui/field.tsx';
import { SavedMark } from '../../../ui/saved-mark.tsx';
import { useAutosave } from '../../../ui/use-autosave.ts';
import type { Workspace } from '../../../workspace/open.ts';
import type { Capture } from '../../capture.ts';
import { writeNote } from '../../edit.ts';

const MAX_NOTE = 20_000;

/** The person's note. Saves itself. */
export function NoteField({ workspace, capture }: { workspace: Workspace; capture: Capture }) {
  const note = useAutosave(capture.note, (value) => writeNote(workspace, capture.id, value));
  return (
    <div class="detail-note">
      <TextArea
        label={t('captureNote')}
        hint={t('captureNoteHint')}
        rows={5}
        maxLength={MAX_NOTE}
        value={note.value}
        onInput={note.setValue}
        onBlur={note.leave}
      />
      <SavedMark state={note.state} />
    </div>
  );
}
