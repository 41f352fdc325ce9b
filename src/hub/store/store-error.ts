/** A store that cannot be used, in words for who runs the hub. Nothing of it was changed. */
export class StoreError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StoreError';
  }
}
