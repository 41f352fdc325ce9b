import type { Workspace } from '../../workspace/open.ts';
import { media } from '../tables.ts';

/** Bytes of pictures that nobody shows just now and that are held ready all the same. */
const IDLE_BYTES = 8 << 20;

interface CachedUrl {
  readonly address: string;
  readonly bytes: number;
  users: number;
}

/**
 * Blob addresses of the diary's pictures, one for each. One that nobody shows any more is held ready for a while, since
 * each key in a search brings the same pictures again and to make an address stops the page; how much is held is
 * bounded: a list that forgot to give them back would hold every picture in memory.
 */
class PictureAddresses {
  /** By the hash of the bytes; what was given back last stands last. */
  private readonly cached = new Map<string, CachedUrl>();
  private readonly workspace: Workspace;
  private idle = 0;
  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  /** The address of a picture, to be given back; empty where the diary has none. */
  async take(hash: string): Promise<string> {
    const ready = this.use(hash);
    if (ready) return ready;
    const medium = await this.workspace.rows(media).get(hash);
    // Another may have asked meanwhile.
    const made = this.use(hash);
    if (made || !medium) return made;
    const { type, bytes } = medium;
    const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
    this.cached.set(hash, { address, bytes: bytes.byteLength, users: 1 });
    return address;
  }

  giveBack(hash: string): void {
    const one = this.cached.get(hash);
    if (!one) return;
    one.users -= 1;
    if (one.users > 0) return;
    this.idle += one.bytes;
    this.cached.delete(hash);
    this.cached.set(hash, one);
    for (const [old, { address, bytes, users }] of this.cached) {
      if (this.idle <= IDLE_BYTES) return;
      if (users > 0) continue;
      this.cached.delete(old);
      this.idle -= bytes;
      URL.revokeObjectURL(address);
    }
  }

  private use(hash: string): string {
    const one = this.cached.get(hash);
    if (!one) return '';
    if (one.users === 0) this.idle -= one.bytes;
    one.users += 1;
    return one.address;
  }
}

const known = new WeakMap<Workspace, PictureAddresses>();

/** The addresses of one diary's pictures. */
export function picturesOf(workspace: Workspace): PictureAddresses {
  const addresses = known.get(workspace) ?? new PictureAddresses(workspace);
  known.set(workspace, addresses);
  return addresses;
}
