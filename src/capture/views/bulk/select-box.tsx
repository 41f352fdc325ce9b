import { t } from '../../../i18n/language.ts';
import type { Chosen } from '../use-selection.ts';

interface SelectBoxProps {
  id: string;
  /** The start of the post's text, as a label. */
  thing: string;
  chosen: Chosen;
}

/** Selects a capture; with Shift, the range from the last one. */
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
