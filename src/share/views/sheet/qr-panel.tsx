import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { Download } from '../../../ui/icon.ts';
import { pngFile, qrOf, svgFile } from '../../../ui/qr.ts';
import { QrCode } from '../../../ui/qr-code.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import type { Session } from './session.ts';
import { TrustedButton } from './trusted-button.tsx';

/** The link as a QR code, to show or save. */
export function QrPanel({ session, url }: { session: Session; url: string }) {
  const code = useMemo(() => qrOf(url), [url]);
  const { say } = session;
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => panel.current?.scrollIntoView({ block: 'nearest' }), []);
  const { host } = new URL(url);
  const name = `musubi-${host}`;
  return (
    <div class="qr" ref={panel}>
      <QrCode code={code} label={say('sheetQr')} />
      <div>
        <p class="caption">
          {session.composer.value.channel.id === 'wechat'
            ? say('sheetWechatHow')
            : say('sheetQrHow', { url: host })}
        </p>
        <TrustedButton
          icon={<Download aria-hidden="true" />}
          run={() =>
            void pngFile(code).then(
              (file) => saveFile(file, `${name}.png`),
              (error) => session.saveFailed(error),
            )
          }
        >
          {say('sheetQrPng')}
        </TrustedButton>
        <TrustedButton
          icon={<Download aria-hidden="true" />}
          run={() => saveFile(svgFile(code), `${name}.svg`)}
        >
          {say('sheetQrSvg')}
        </TrustedButton>
      </div>
    </div>
  );
}
