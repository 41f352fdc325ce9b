/** Whether the person sees what they press. Only in a foreign page is there a doubt, and then it may take a moment. */
type Allow = () => true | Promise<boolean>;
let allow: Allow = () => true;

/** Has every press that does something ask first. */
export function guardPresses(by: Allow): void {
  allow = by;
}

/** Runs what a person's own press asks for, once it is known that they see it. */
export function pressed({ isTrusted }: Pick<Event, 'isTrusted'>, run: () => void): void {
  if (!isTrusted) return;
  const allowed = allow();
  if (allowed === true) run();
  else void allowed.then((seen) => seen && run());
}
