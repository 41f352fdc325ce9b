import { dayTime } from '../i18n/format.ts';
import type { Sharing, shareNow } from '../share/messages.ts';
import type { Answerer } from '../workspace/answer.ts';
import type { AskOf } from '../workspace/declare.ts';
import { pauseFor } from './posting-limits.ts';

/** A share paused by the person's own limits, worded for them; null where it may go out. */
export async function pausedByPace(
  { workspace, speech }: Pick<Answerer, 'workspace' | 'speech'>,
  request: AskOf<typeof shareNow>,
): Promise<Sharing | null> {
  if (request.anyway) return null;
  const pause = await pauseFor(workspace, request);
  if (!pause) return null;
  const { say, language } = await speech();
  const until = dayTime(pause.until, language);
  const paused = {
    until: pause.until,
    words: say(pause.why === 'quiet' ? 'paceQuietNow' : 'paceCapNow', { until }),
    anyway: say('paceAnyway'),
    later: say('paceLater'),
  };
  return { ok: false, reason: 'pace', held: paused };
}
