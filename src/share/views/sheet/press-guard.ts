/** Whether the person can see what they press. Only foreign pages leave a doubt; checking may take a moment. */
type Allow = () => true | Promise<boolean>;
let allow: Allow = () => true;

/** Installs the check that every acting press has to pass. */
export function guardPresses(by: Allow): void {
  allow = by;
}

/** Runs the action of a trusted press, once it is known to be visible. */
export function pressed({ isTrusted }: Pick<Event, 'isTrusted'>, run: () => void): void {
  if (!isTrusted) return;
  const allowed = allow();
  if (allowed === true) run();
  else void allowed.then((seen) => seen && run());
}
