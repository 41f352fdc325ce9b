import { useEffect, useState } from 'preact/hooks';
import type { Workspace } from '../../workspace/open.ts';
import { picturesOf } from './picture-urls.ts';

interface StoredPictureProps {
  workspace: Workspace;
  /** SHA-256 of the bytes. */
  hash: string;
  alt: string;
  class?: string;
}

/** A picture from the local store, never from the network. */
export function StoredPicture({ workspace, hash, alt, class: className }: StoredPictureProps) {
  const [src, setSrc] = useState('');
  useEffect(() => {
    const pictures = picturesOf(workspace);
    let taken = false;
    let gone = false;
    const show = async () => {
      const address = await pictures.take(hash);
      if (!address) return;
      if (gone) return pictures.giveBack(hash);
      taken = true;
      setSrc(address);
    };
    // An unreadable picture leaves an empty place with its alt text.
    show().catch(() => setSrc(''));
    return () => {
      gone = true;
      if (taken) pictures.giveBack(hash);
    };
  }, [workspace, hash]);
  return src ? <img class={className} src={src} alt={alt} decoding="async" /> : <span class={className} />;
}
