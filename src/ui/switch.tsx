import './switch.css';

interface SwitchProps {
  /** What is switched, for a screen reader. */
  label: string;
  on: boolean;
  /** Called in the very click: the browser asks for permissions only there. */
  onPress: () => void;
  disabled?: boolean;
  title?: string | undefined;
}

/** On or off. It shows what is, not what was pressed: a refused permission leaves it where it was. */
export function Switch({ label, on, onPress, disabled = false, title }: SwitchProps) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={on}
      aria-label={label}
      aria-disabled={disabled}
      title={title}
      onClick={() => {
        if (!disabled) onPress();
      }}
    >
      <span class="switch-track" />
    </button>
  );
}
