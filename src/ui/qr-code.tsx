import type { Code } from './qr.ts';

/** A QR code, black on white in dark too: scanners want it so. `label`: what it leads to, for who cannot see it. */
export function QrCode({ code, label }: { code: Code; label: string }) {
  return (
    <svg viewBox={`0 0 ${code.size} ${code.size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path fill="#fff" d={`M0 0h${code.size}v${code.size}H0z`} />
      <path fill="#000" d={code.path} />
    </svg>
  );
}
