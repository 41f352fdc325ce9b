import { useEffect } from 'preact/hooks';
import type { Team } from '../../../team/team.ts';
import { Video } from '../../../ui/icon.ts';
import { useLive } from '../../../workspace/live.ts';
import { roomMedia } from '../../../workspace/rooms/media/tables.ts';
import type { LibraryMedia } from '../../item.ts';
import { UNASKED, useAddress } from './blob-url.ts';

const NONE = { bytes: new Uint8Array(), type: 'image/png' as const };

/** A thumbnail of an item. Small media load by themselves; otherwise the place stays empty. */
export function TeamThumb({ team, medium }: { team: Team; medium: LibraryMedia }) {
  const { hash, bytes, type } = medium;
  const { workspace } = team;
  const isVideo = type.startsWith('video/');
  const live = useLive(() => workspace.rows(roomMedia).get(hash), [workspace, hash]);
  const known = live.state === 'ready' ? live.value : undefined;
  const isWanted = live.state === 'ready' && !known && !isVideo && bytes <= UNASKED;
  useEffect(() => {
    if (isWanted) void team.medium(hash);
  }, [isWanted, hash]);
  const address = useAddress(known ?? NONE);
  if (isVideo) return <Video aria-hidden="true" />;
  return known ? <img src={address || undefined} alt="" decoding="async" /> : null;
}
