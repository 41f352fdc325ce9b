import type { Session } from './session.ts';

const RADIUS = 8;
const ROUND = 2 * Math.PI * RADIUS;

/** The length as the network counts it; hidden without a limit. */
export function Meter({ session }: { session: Session }) {
  const { composed, channel } = session.composer.value;
  const { say } = session;
  if (!composed || composed.max === null) return <span class="meter" />;
  const { length, max, over, excess } = composed;
  const sms = channel.length?.unit === 'sms';
  const share = over ? 1 : Math.min(1, length / max);
  const unit =
    excess.length === 0 && excess.bytes > 0 ? 'sheetBytesOver' : sms ? 'sheetSmsOver' : 'sheetOver';
  return (
    <p class="meter" data-over={over ? '' : undefined}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r={RADIUS} />
        <circle class="filled" cx="10" cy="10" r={RADIUS} stroke-dasharray={`${share * ROUND} ${ROUND}`} />
      </svg>
      <span>
        <span class="out-of-sight">{say('sheetLength')} </span>
        {over
          ? say(unit, { n: excess.length || excess.bytes })
          : say(sms ? 'sheetSmsOf' : 'sheetOf', { n: length, max })}
      </span>
    </p>
  );
}
