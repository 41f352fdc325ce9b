import { useEffect, useState } from 'preact/hooks';
import type { Workspace } from '../../workspace/open.ts';
import { media } from '../tables.ts';

interface KeptPictureProps {
  workspace: Workspace;
  /** SHA-256 of the bytes. */
  hash: string;
  alt: string;
  class?: string;
}

/**
 * A picture from the diary, never from the network. Its blob address lives as long as it is shown: a list that
 * forgot to give them back would hold every picture in memory.
 */
export function KeptPicture({ workspace, hash, alt, class: className }: KeptPictureProps) {
  const [src, setSrc] = useState('');
  useEffect(() => {
    let address = '';
    let gone = false;
    const show = async () => {
      const medium = await workspace.rows(media).get(hash);
      if (!medium || gone) return;
      address = URL.createObjectURL(new Blob([new Uint8Array(medium.bytes)], { type: medium.type }));
      setSrc(address);
    };
    // A picture that cannot be read leaves its place empty, with its words; the post itself is there.
    show().catch(() => setSrc(''));
    return () => {
      gone = true;
      if (address) URL.revokeObjectURL(address);
    };
  }, [workspace, hash]);
  return src ? <img class={className} src={src} alt={alt} decoding="async" /> : <span class={className} />;
}
