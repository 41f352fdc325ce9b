import './switch.css';

interface SwitchProps {
  /** The accessible name of the switch. */
  label: string;
  on: boolean;
  /** Called within the click: browsers ask for permissions only there. */
  onPress: () => void;
  disabled?: boolean;
  title?: string | undefined;
}

/** A switch. It shows the actual state: a refused permission leaves it unchanged. */
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
