import type { Refusal } from '../../workspace/rooms/refusals.ts';

export type { Refusal };

/** Thrown only within admission; `admit` turns it into a value. */
export class RefusedError extends Error {
  readonly reason: Refusal;
  constructor(reason: Refusal) {
    super(reason);
    this.reason = reason;
  }
}

/** Throws a refusal unless the condition holds. */
export function must(holds: boolean, reason: Refusal): asserts holds {
  if (!holds) throw new RefusedError(reason);
}
