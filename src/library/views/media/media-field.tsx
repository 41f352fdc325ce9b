import { useRef, useState } from 'preact/hooks';
import { byteSize } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import type { Team } from '../../../team/team.ts';
import { Button } from '../../../ui/button.tsx';
import { sayFailure } from '../../../ui/failure-toast.ts';
import { TextField } from '../../../ui/field.tsx';
import { ImagePlus, X } from '../../../ui/icon.ts';
import { MOST_BYTES } from '../../../workspace/rooms/media/bring.ts';
import { type LibraryMedia, MAX_MEDIA } from '../../item.ts';
import { TeamPicture } from './team-picture.tsx';

const ACCEPTED = 'image/jpeg,image/png,image/gif,image/webp,image/avif,video/mp4';

interface MediaFieldProps {
  team: Team;
  media: readonly LibraryMedia[];
  onChange: (media: readonly LibraryMedia[]) => void;
}

/** Adds files as far as their type and size allow, and reports the others. */
async function takeIn(team: Team, files: readonly File[]) {
  const taken: LibraryMedia[] = [];
  const wrong: string[] = [];
  for (const file of files) {
    const came = await team.bring(file);
    const most = byteSize(MOST_BYTES, current.value.language);
    if (came.ok) taken.push({ hash: came.hash, type: came.type, bytes: came.bytes, alt: '' });
    else wrong.push(t(came.reason === 'large' ? 'mediaLarge' : 'mediaType', { name: file.name, most }));
  }
  return { taken, wrong };
}

/** Pictures and videos of an item, each with its alt text. */
export function MediaField({ team, media, onChange }: MediaFieldProps) {
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const add = async (files: readonly File[]) => {
    const { taken, wrong: refused } = await takeIn(team, files);
    const known = new Set(media.map(({ hash }) => hash));
    const fresh = taken.filter(({ hash }) => !known.has(hash) && known.add(hash));
    const all = [...media, ...fresh];
    setWrong(all.length > MAX_MEDIA ? [...refused, t('mediaMany', { n: MAX_MEDIA })] : refused);
    onChange(all.slice(0, MAX_MEDIA));
  };
  const change = (hash: string, alt: string) =>
    onChange(media.map((one) => (one.hash === hash ? { ...one, alt } : one)));
  return (
    <fieldset class="media-field">
      <legend>{t('libraryMedia')}</legend>
      <ul>
        {media.map((medium) => (
          <li key={medium.hash}>
            <TeamPicture team={team} medium={medium} mayTake={false} />
            <TextField
              label={t('mediaAlt')}
              value={medium.alt}
              maxLength={4000}
              onInput={(alt) => change(medium.hash, alt)}
            />
            <Button
              kind="quiet"
              icon={<X aria-hidden="true" />}
              aria-label={t('mediaRemove')}
              title={t('mediaRemove')}
              onClick={() => onChange(media.filter(({ hash }) => hash !== medium.hash))}
            />
          </li>
        ))}
      </ul>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        aria-label={t('mediaAdd')}
        onChange={({ currentTarget }) => {
          add([...(currentTarget.files ?? [])]).catch(sayFailure);
          // So that choosing the same file again fires a change event.
          currentTarget.value = '';
        }}
      />
      {media.length < MAX_MEDIA && (
        <Button icon={<ImagePlus aria-hidden="true" />} onClick={() => input.current?.click()}>
          {t('mediaAdd')}
        </Button>
      )}
      <div role="alert">
        {wrong.map((words) => (
          <p class="field-error" key={words}>
            {words}
          </p>
        ))}
      </div>
    </fieldset>
  );
}
