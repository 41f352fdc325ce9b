import type { Workspace } from '../../workspace/open.ts';
import { media } from '../tables.ts';

/** Most bytes of unused pictures that stay in memory. */
const IDLE_BYTES = 8 << 20;

interface CachedUrl {
  readonly address: string;
  readonly bytes: number;
  users: number;
}

/**
 * Object URLs of stored pictures, one for each. An unused one stays for a while, because each key in a search
 * shows the same pictures again and creating a URL blocks the page. The total is limited, since a view that
 * never releases its URLs would keep every picture in memory.
 */
class PictureAddresses {
  /** By hash; the most recently released comes last. */
  private readonly cached = new Map<string, CachedUrl>();
  private readonly workspace: Workspace;
  private idle = 0;
  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  /** The URL of a picture; release it after use. Empty where it is not stored. */
  async take(hash: string): Promise<string> {
    const ready = this.use(hash);
    if (ready) return ready;
    const medium = await this.workspace.rows(media).get(hash);
    // Another caller may have created it meanwhile.
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

/** The object URLs of one workspace. */
export function picturesOf(workspace: Workspace): PictureAddresses {
  const addresses = known.get(workspace) ?? new PictureAddresses(workspace);
  known.set(workspace, addresses);
  return addresses;
}
