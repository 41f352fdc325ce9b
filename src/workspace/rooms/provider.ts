import { HocuspocusProvider } from '@hocuspocus/provider';

/**
 * A provider whose count of what is not answered yet holds after a line that broke as well. As it comes, it counts one at
 * each new start, whatever was written before, and sends that too: the first answer would then stand for all of it. Here
 * what is written before the hub has asked what we have is neither counted nor sent by itself: our answer carries it whole.
 * An edit sent before that answer would stand on others that the hub has not got.
 */
export class RoomProvider extends HocuspocusProvider {
  private hasAnswered = false;

  override startSync(): void {
    this.hasAnswered = false;
    super.startSync();
  }

  override onClose(): void {
    this.hasAnswered = false;
    super.onClose();
  }

  override send(...sent: Parameters<HocuspocusProvider['send']>): void {
    super.send(...sent);
    // Only an answer is written into an encoder beforehand: the one to the hub's first step.
    if (sent[1]?.encoder) this.hasAnswered = true;
  }

  override documentUpdateHandler(update: Uint8Array, origin: unknown): void {
    if (this.hasAnswered) super.documentUpdateHandler(update, origin);
  }
}
