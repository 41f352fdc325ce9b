/** A store that cannot be used, in words for whoever runs the hub. Nothing in it was changed. */
export class StoreError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StoreError';
  }
}
