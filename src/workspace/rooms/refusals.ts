/** Why a hub does not let an update in. Told to the device, which keeps what was refused in its list of what was not accepted. */
export const ROOM_REFUSALS = [
  'oversize',
  'malformed',
  'foreign-client',
  'future-clock',
  'gap',
  'overlap',
  'pending',
  'kind',
  'root',
  'key',
  'value',
  /** No item by the schema of its root. */
  'schema',
  'future-delete',
  'others-item',
  'reader',
  'full',
  'part',
  'quota',
] as const;
export type Refusal = (typeof ROOM_REFUSALS)[number];
