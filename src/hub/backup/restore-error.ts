/** A restore that cannot be done, in words for whoever runs the hub. */
export class RestoreError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RestoreError';
  }
}
