/** The logo as paths in a 24 unit box: a bow of two loops and two ends. The packaged icons are made from it. */
export const KNOT_PATHS = [
  'M12 11.2C10 7.6 3.6 4.9 2.7 8.2 1.9 11.2 7.8 12.9 12 11.2',
  'M12 11.2C14 7.6 20.4 4.9 21.3 8.2 22.1 11.2 16.2 12.9 12 11.2',
  'M12 11.2C10.9 14.2 9.3 17 7 19.4',
  'M12 11.2C13.1 14.2 14.7 17 17 19.4',
] as const;

/** Our logo, also for Share. Hidden from screen readers: text is beside it. */
export function Knot({ class: className = '' }: { class?: string }) {
  return (
    <svg
      class={`knot ${className}`}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {KNOT_PATHS.map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
