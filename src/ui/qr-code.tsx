import type { Code } from './qr.ts';

/** A QR code, black on white in dark mode too, as scanners need it. `label`: its target, for screen readers. */
export function QrCode({ code, label }: { code: Code; label: string }) {
  return (
    <svg viewBox={`0 0 ${code.size} ${code.size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path fill="#fff" d={`M0 0h${code.size}v${code.size}H0z`} />
      <path fill="#000" d={code.path} />
    </svg>
  );
}
