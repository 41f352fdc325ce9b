import './media.css';
import { useEffect, useState } from 'preact/hooks';
import { byteSize } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import type { PlainKey } from '../../../i18n/translate.ts';
import type { Team } from '../../../team/team.ts';
import { Button } from '../../../ui/button.tsx';
import { Download } from '../../../ui/icon.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { useLive } from '../../../workspace/live.ts';
import type { Fetched } from '../../../workspace/rooms/media/fetch.ts';
import { underWay } from '../../../workspace/rooms/media/send.ts';
import { type RoomMedium, roomMedia } from '../../../workspace/rooms/media/tables.ts';
import type { LibraryMedia } from '../../item.ts';
import { blobOf, UNASKED, useAddress } from './blob-url.ts';

type Named = Pick<LibraryMedia, 'hash' | 'alt'> & Partial<Pick<LibraryMedia, 'bytes'>>;

/** Why the hub did not take a medium. */
const REFUSED = new Map<string, PlainKey>([
  ['media-size', 'mediaRefusedSize'],
  ['media-type', 'mediaRefusedType'],
]);
const REASONS: Record<Extract<Fetched, { ok: false }>['reason'], PlainKey> = {
  away: 'mediaAway',
  missing: 'mediaMissing',
  wrong: 'mediaWrong',
};

function Here({ medium, alt, mayTake }: { medium: RoomMedium; alt: string; mayTake: boolean }) {
  const address = useAddress(medium);
  const take = () =>
    saveFile(blobOf(medium), `musubi-${medium.hash.slice(0, 8)}.${medium.type.split('/')[1]}`);
  return (
    <span class="team-medium">
      {medium.type.startsWith('video/') ? (
        // biome-ignore lint/a11y/useMediaCaption: what colleagues add has no track of captions; its words stand beside it.
        <video src={address || undefined} controls preload="metadata" aria-label={alt || t('mediaVideo')} />
      ) : (
        <img src={address || undefined} alt={alt} decoding="async" />
      )}
      {mayTake && (
        <Button
          kind="quiet"
          icon={<Download aria-hidden="true" />}
          aria-label={t('mediaSave')}
          title={t('mediaSave')}
          onClick={take}
        />
      )}
    </span>
  );
}

/** A medium that is not on this device: its size, its download, or why it is unavailable. */
function Away({ team, medium }: { team: Team; medium: Named }) {
  const [wrong, setWrong] = useState<PlainKey | null>(null);
  const { hash, bytes = 0 } = medium;
  const coming = underWay.value.get(hash);
  const get = () => {
    setWrong(null);
    void team.medium(hash).then((came) => came.ok || setWrong(REASONS[came.reason]));
  };
  useEffect(() => {
    if (bytes <= UNASKED) get();
  }, [hash]);
  if (coming !== undefined) return <Coming part={coming} of={bytes} />;
  return (
    <span class="team-medium" data-away>
      {wrong && <span class="caption">{t(wrong)}</span>}
      <Button onClick={get}>
        {bytes > 0 ? t('mediaShow', { size: byteSize(bytes, current.value.language) }) : t('mediaShowIt')}
      </Button>
    </span>
  );
}

function Coming({ part, of }: { part: number; of: number }) {
  const { language } = current.value;
  return (
    <span class="team-medium" data-away>
      <progress value={part} max={Math.max(of, part, 1)} aria-label={t('mediaComing')} />
      <span class="caption">
        {byteSize(part, language)}
        {of > 0 && ` / ${byteSize(of, language)}`}
      </span>
    </span>
  );
}

/** Upload state of one's own medium, until the team has it. */
function Standing({ medium }: { medium: RoomMedium }) {
  const going = underWay.value.get(medium.hash);
  if (medium.state === 'refused')
    return (
      <span class="caption team-refused">
        {t('mediaRefused', { reason: t(REFUSED.get(medium.reason) ?? 'mediaRefusedOther') })}
      </span>
    );
  if (medium.state !== 'waiting') return null;
  if (going !== undefined) return <Coming part={going} of={medium.bytes.byteLength} />;
  return <span class="caption">{t('mediaWaits')}</span>;
}

interface TeamPictureProps {
  team: Team;
  medium: Named;
  /** Whether it may be saved as a file: a customer's picture may only be viewed. */
  mayTake?: boolean;
}

/** A picture or video of the team, from this device or downloaded on request. */
export function TeamPicture({ team, medium, mayTake = true }: TeamPictureProps) {
  const { workspace } = team;
  const live = useLive(() => workspace.rows(roomMedia).get(medium.hash), [workspace, medium.hash]);
  if (live.state !== 'ready') return <span class="team-medium" />;
  if (!live.value) return <Away team={team} medium={medium} />;
  return (
    <span class="team-shown">
      <Here medium={live.value} alt={medium.alt} mayTake={mayTake} />
      <Standing medium={live.value} />
    </span>
  );
}
