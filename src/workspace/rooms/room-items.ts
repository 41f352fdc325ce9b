/** The items of a root by id, as this device knows them: what it wrote a moment ago included, sent or not. */
export interface Items extends ReadonlyMap<string, unknown> {
  /** Numbers of the devices that wrote an item, the first first. Absent where nobody wrote: in what is put together by hand. */
  readonly devicesOf?: (key: string) => readonly number[];
}

/**
 * The rooms as a capability sees them. Values are plain JSON and come unchecked: whoever reads parses them by a schema of
 * its own, and shows what does not fit as set aside.
 */
export interface RoomItems {
  /** Tells the items of a root now and after each change, from whichever context or device, until the signal is aborted. */
  watch(room: string, root: string, show: (items: Items) => void, signal: AbortSignal): void;
  /**
   * Writes an item. Answered when it is durable on this device; it is sent when the hub is there. Throws what storage
   * failed with, for `failureOf` to name.
   */
  put(room: string, root: string, key: string, value: unknown): Promise<void>;
  /** Writes several items of a root as one edit. */
  putAll(
    room: string,
    root: string,
    entries: readonly { readonly key: string; readonly value: unknown }[],
  ): Promise<void>;
}
