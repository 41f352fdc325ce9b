import { useId } from 'preact/hooks';

interface DayFieldProps {
  label: string;
  /** As the browser writes it, `yyyy-mm-dd`; empty where none is chosen. */
  value: string;
  onInput: (value: string) => void;
}

/** A day for filtering, by the browser's own field. */
export function DayField({ label, value, onInput }: DayFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input"
        type="date"
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}
