import { HocuspocusProvider } from '@hocuspocus/provider';

/**
 * A provider whose count of what is not answered yet holds after a line that broke as well. As it comes, it counts one at
 * each new start, whatever was written before, and sends that too: the first answer would then stand for all of it. Here
 * what is written before the start is neither counted nor sent by itself: the start carries it whole.
 */
export class RoomProvider extends HocuspocusProvider {
  private hasStarted = false;

  override startSync(): void {
    this.hasStarted = true;
    super.startSync();
  }

  override onClose(): void {
    this.hasStarted = false;
    super.onClose();
  }

  override documentUpdateHandler(update: Uint8Array, origin: unknown): void {
    if (this.hasStarted) super.documentUpdateHandler(update, origin);
  }
}
