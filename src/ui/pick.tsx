interface PickProps {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onPick: (value: string) => void;
}

/**
 * A select whose first option is its label, so that a row of filters needs none. Hidden where there is nothing
 * to choose.
 */
export function Pick({ label, value, options, onPick }: PickProps) {
  if (options.length === 0) return null;
  return (
    <select
      class="input"
      aria-label={label}
      value={value}
      data-chosen={value ? '' : undefined}
      onChange={(event) => onPick(event.currentTarget.value)}
    >
      <option value="">{label}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
