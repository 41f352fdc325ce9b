import { setAside } from '../../draft/drafts.ts';
import { draftLater } from '../../draft/messages.ts';
import type { Pause } from '../../draft/pace.ts';
import { pauseFor } from '../../draft/posting-limits.ts';
import { dayTime } from '../../i18n/format.ts';
import { settled } from '../../post/resolve-counts.ts';
import type { Sharing, shareNow } from '../../share/messages.ts';
import type { Language } from '../../team/profile.ts';
import { type Answering, answering } from '../../workspace/answer.ts';
import type { AskOf } from '../../workspace/declare.ts';
import { badgeLook } from '../../workspace/messages.ts';
import type { Workspace } from '../../workspace/open.ts';
import { sayingIn } from './saying-in.ts';

type Say = ReturnType<typeof sayingIn>;

function pausedWords({ why, until }: Pause, language: Language, say: Say): string {
  return say(why === 'quiet' ? 'paceQuietNow' : 'paceCapNow', { until: dayTime(until, language) });
}

/** A share paused by the person's own limits, worded for them; null where it may go out. */
export async function pausedByPace(
  workspace: Workspace,
  request: AskOf<typeof shareNow>,
  language: Language,
): Promise<Sharing | null> {
  if (request.anyway) return null;
  const pause = await pauseFor(workspace, request);
  if (!pause) return null;
  const say = sayingIn(language);
  const paused = {
    until: pause.until,
    words: pausedWords(pause, language, say),
    anyway: say('paceAnyway'),
    later: say('paceLater'),
  };
  return { ok: false, reason: 'pace', held: paused };
}

/** Answers about drafts. `look`: updates the alarm and the badge. */
export function drafting(
  workspace: Workspace,
  languageOf: () => Promise<Language>,
  look: () => Promise<void>,
): Answering[] {
  return [
    answering(draftLater, async (request) => {
      await setAside(workspace, { ...request, post: settled(request.post) });
      void look();
      const language = await languageOf();
      const say = sayingIn(language);
      if (request.remind === 0) return { words: say('draftAside') };
      return { words: say('draftAsideUntil', { when: dayTime(request.remind, language) }) };
    }),
    answering(badgeLook, async () => {
      await look();
      return true;
    }),
  ];
}
