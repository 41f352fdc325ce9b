import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { Download } from '../../../ui/icon.ts';
import { pngFile, qrOf, save, svgFile } from '../../../ui/qr.ts';
import { Act } from './act.tsx';
import type { Session } from './session.ts';

/** The link as a QR code, black on white in dark too: scanners want it so. */
export function QrPanel({ session, url }: { session: Session; url: string }) {
  const code = useMemo(() => qrOf(url), [url]);
  const { say } = session;
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => panel.current?.scrollIntoView({ block: 'nearest' }), []);
  const { host } = new URL(url);
  const name = `musubi-${host}`;
  return (
    <div class="qr" ref={panel}>
      <svg
        viewBox={`0 0 ${code.size} ${code.size}`}
        role="img"
        aria-label={say('sheetQr')}
        shape-rendering="crispEdges"
      >
        <path fill="#fff" d={`M0 0h${code.size}v${code.size}H0z`} />
        <path fill="#000" d={code.path} />
      </svg>
      <div>
        <p class="caption">
          {session.outlook.value.channel.id === 'wechat'
            ? say('sheetWechatHow')
            : say('sheetQrHow', { url: host })}
        </p>
        <Act
          icon={<Download aria-hidden="true" />}
          run={() =>
            void pngFile(code).then(
              (file) => save(file, `${name}.png`),
              (error) => session.saveFailed(error),
            )
          }
        >
          {say('sheetQrPng')}
        </Act>
        <Act icon={<Download aria-hidden="true" />} run={() => save(svgFile(code), `${name}.svg`)}>
          {say('sheetQrSvg')}
        </Act>
      </div>
    </div>
  );
}
