import { useMemo } from 'preact/hooks';
import { Download } from '../../../ui/icon.ts';
import { picturesOf } from '../../picture.ts';
import { networkName } from './network-name.ts';
import type { Session } from './session.ts';
import { TrustedButton } from './trusted-button.tsx';

/** The post's pictures to save, for networks whose posts need one, with a reminder of whose they are. */
export function PicturesLine({ session }: { session: Session }) {
  const { say, facts } = session;
  const { channel } = session.composer.value;
  const pictures = useMemo(() => picturesOf(facts.post), [facts]);
  if (channel.opens !== 'creator') return null;
  return (
    <div class="line">
      <span class="name">{say('sheetPictures')}</span>
      <div class="control">
        {pictures.length > 0 && (
          <div class="pictures">
            {pictures.map((url, index) => (
              <TrustedButton
                key={url}
                icon={<Download aria-hidden="true" />}
                aria-label={say('sheetPictureSave', { n: index + 1 })}
                title={say('sheetPictureSave', { n: index + 1 })}
                run={() => void session.savePicture(url, index + 1)}
              >
                {index + 1}
              </TrustedButton>
            ))}
          </div>
        )}
        <p class="field-hint">
          {pictures.length > 0
            ? say('sheetPicturesHint')
            : say('sheetNoPictures', { network: networkName(channel, say) })}
        </p>
      </div>
    </div>
  );
}
