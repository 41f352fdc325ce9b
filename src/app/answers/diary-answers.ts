/// <reference types="vite/client" />
import { broadcastMarks } from '../../activity/broadcast-marks.ts';
import { pausedByPace } from '../../draft/paused-share.ts';
import { campaignsOf, materialOf } from '../../library/offline-cache/read.ts';
import { settled } from '../../post/resolve-counts.ts';
import { shareCampaigns } from '../../share/labels/messages.ts';
import { offeredCampaigns } from '../../share/labels/recent-campaigns.ts';
import { shareNow, shareSheet } from '../../share/messages.ts';
import { share } from '../../share/share.ts';
import { sheetFacts } from '../../share/sheet-facts.ts';
import { type Answerer, type Answering, type Answers, answering } from '../../workspace/answer.ts';
import { badgeLook } from '../../workspace/messages.ts';
import { type DiaryAnswerer, relating, withRelationWords } from './relation-answers.ts';
import { sayingIn } from './saying-in.ts';

/** What each folder answers by itself, found by its file: pages that only ask carry none of it. */
const DECLARED = Object.values(
  import.meta.glob<Answers>('../../*/answers.ts', { eager: true, import: 'answers' }),
);

/** Answers about shares that need the limits of drafts, or the team's library. */
function sharing(context: Answerer, speaks: DiaryAnswerer['language']): Answering[] {
  const { workspace, look } = context;
  return [
    answering(shareNow, async (request) => {
      const whole = { ...request, post: settled(request.post) };
      const paused = await pausedByPace(context, request);
      if (paused) return paused;
      const language = await speaks();
      const shared = await share(workspace, whole, language, (url) => materialOf(workspace, url));
      // Other tabs and reminders are updated after the person's page has its answer. They read the diary again
      // themselves, so a diary that is closing loses nothing.
      if (shared.ok)
        broadcastMarks(workspace, [request.post.key])
          .then(look)
          .catch(() => undefined);
      return request.choice === null ? withRelationWords(shared, language) : shared;
    }),
    answering(shareSheet, async ({ post }) =>
      sheetFacts(workspace, settled(post), await speaks(), (url) => materialOf(workspace, url)),
    ),
    answering(shareCampaigns, () => offeredCampaigns(workspace, campaignsOf)),
  ];
}

/** Answers that need only the diary and no extension API, so the companion on the web has them too. */
export function diaryAnswers({ workspace, language, look }: DiaryAnswerer): Answering[] {
  const speech = async () => {
    const speaks = await language();
    return { language: speaks, say: sayingIn(speaks) };
  };
  const context: Answerer = { workspace, speech, look };
  return [
    ...DECLARED.flatMap((answers) => answers(context)),
    ...sharing(context, language),
    ...relating({ workspace, language, look }),
    answering(badgeLook, async () => {
      await look();
      return true;
    }),
  ];
}
