/** Why an update is not let in. Told to the device, which keeps what was refused in its list of what was not accepted. */
export type Refusal =
  | 'oversize'
  | 'malformed'
  | 'foreign-client'
  | 'future-clock'
  | 'gap'
  | 'pending'
  | 'kind'
  | 'root'
  | 'key'
  | 'value'
  | 'future-delete'
  | 'others-item';

/** Thrown inside admission only; `admit` turns it into a value. */
export class RefusedError extends Error {
  readonly reason: Refusal;
  constructor(reason: Refusal) {
    super(reason);
    this.name = 'RefusedError';
    this.reason = reason;
  }
}

/** Refuses by a named reason unless what is said holds. */
export function must(holds: boolean, reason: Refusal): asserts holds {
  if (!holds) throw new RefusedError(reason);
}
