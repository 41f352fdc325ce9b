import { t } from '../../../i18n/language.ts';
import type { Chosen } from '../use-selection.ts';

interface SelectBoxProps {
  id: string;
  /** A few words of the post. */
  thing: string;
  chosen: Chosen;
}

/** Chooses a post; with Shift, all between it and the one before. */
export function SelectBox({ id, thing, chosen }: SelectBoxProps) {
  return (
    <label class="pick-box no-print">
      <input
        type="checkbox"
        aria-label={t('captureChoose', { thing })}
        checked={chosen.ids.has(id)}
        onClick={(event) => chosen.toggle(id, event.shiftKey)}
      />
    </label>
  );
}
