import { HocuspocusProvider, type HocuspocusProviderConfiguration } from '@hocuspocus/provider';
import { MOST_BYTES } from './cut.ts';

/** Bytes that an encoder of lib0 holds. */
function lengthOf({ bufs, cpos }: { readonly bufs: readonly Uint8Array[]; readonly cpos: number }): number {
  return bufs.reduce((sum, { byteLength }) => sum + byteLength, cpos);
}

/**
 * A provider whose count of what is not answered yet holds after a connection that broke as well. As it comes, it counts one at
 * each new start, whatever was written before, and sends that too: the first answer would then stand for all of it. Here
 * what is written before the hub has requested our state is neither counted nor sent by itself: our answer carries it whole.
 * An edit sent before that answer would stand on others that the hub has not got.
 */
export class RoomProvider extends HocuspocusProvider {
  private hasAnswered = false;
  private readonly tooLarge: () => void;

  /** `tooLarge`: called instead of sending more than a hub takes at once, for which it would end the line of all rooms. */
  constructor(configuration: HocuspocusProviderConfiguration, tooLarge: () => void) {
    super(configuration);
    this.tooLarge = tooLarge;
  }

  override startSync(): void {
    this.hasAnswered = false;
    super.startSync();
  }

  override onClose(): void {
    this.hasAnswered = false;
    super.onClose();
  }

  override send(...sent: Parameters<HocuspocusProvider['send']>): void {
    // Only an answer is written into an encoder beforehand: the one to the hub's first step.
    const { encoder } = sent[1] ?? {};
    if (encoder && lengthOf(encoder) > MOST_BYTES) {
      this.tooLarge();
      return;
    }
    super.send(...sent);
    if (encoder) this.hasAnswered = true;
  }

  override documentUpdateHandler(update: Uint8Array, origin: unknown): void {
    if (this.hasAnswered) super.documentUpdateHandler(update, origin);
  }
}
