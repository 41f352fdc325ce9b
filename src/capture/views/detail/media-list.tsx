import { t } from '../../../i18n/language.ts';
import type { PlainKey } from '../../../i18n/translate.ts';
import type { Media } from '../../../post/post.ts';
import { ImageOff, Video } from '../../../ui/icon.ts';
import type { Workspace } from '../../../workspace/open.ts';
import type { Capture, Picture } from '../../capture.ts';
import { StoredPicture } from '../stored-picture.tsx';

const WHY: Record<Exclude<Picture['state'], 'stored'>, PlainKey> = {
  pending: 'capturePicturePending',
  unreadable: 'capturePictureUnreadable',
  large: 'capturePictureLarge',
};

/** A picture that is not stored on this device: why, and a link to it. It is never fetched from here. */
function Elsewhere({ medium, why }: { medium: Media; why: PlainKey }) {
  return (
    <p class="media-elsewhere">
      {medium.kind === 'video' ? <Video aria-hidden="true" /> : <ImageOff aria-hidden="true" />}
      <span>
        {t(why)}
        {medium.alt && (
          <>
            {' '}
            <bdi class="soft">{medium.alt}</bdi>
          </>
        )}
        <br />
        <a href={medium.url} target="_blank" rel="noreferrer">
          {t('capturePictureOpen')}
        </a>
      </span>
    </p>
  );
}

/** The stored pictures, large, and a note for each that is missing. */
export function MediaList({ workspace, capture }: { workspace: Workspace; capture: Capture }) {
  const { media } = capture.read;
  if (media.length === 0) return null;
  const picture = (medium: Media) => capture.pictures.find(({ url }) => url === medium.url);
  const one = (medium: Media) => {
    if (medium.kind === 'video') return <Elsewhere medium={medium} why="captureVideo" />;
    const { state, hash } = picture(medium) ?? { state: 'pending' as const, hash: '' };
    if (state !== 'stored') return <Elsewhere medium={medium} why={WHY[state]} />;
    return <StoredPicture workspace={workspace} hash={hash} alt={medium.alt || t('capturePictureNoAlt')} />;
  };
  return (
    <ul class="media-list" aria-label={t('captureMedia')}>
      {media.map((medium) => (
        <li key={`${medium.kind}${medium.url}`}>{one(medium)}</li>
      ))}
    </ul>
  );
}
