import { allBits, bitsFor, broadcastMarks } from '../../activity/broadcast-marks.ts';
import { marksAll, marksRead } from '../../activity/messages.ts';
import { takeBack } from '../../capture/keep.ts';
import { captureKeep, captureUndo } from '../../capture/messages.ts';
import { captures } from '../../capture/tables.ts';
import { campaignsOf, materialOf } from '../../library/offline-cache/read.ts';
import { settled } from '../../post/resolve-counts.ts';
import { shareCampaigns, sharePreset } from '../../share/labels/messages.ts';
import { savePreset } from '../../share/labels/presets.ts';
import { offeredCampaigns } from '../../share/labels/recent-campaigns.ts';
import { shareDraft, shareNow, shareOpened, shareSheet } from '../../share/messages.ts';
import { opened, share } from '../../share/share.ts';
import { keepDraft, sheetFacts } from '../../share/sheet-facts.ts';
import type { Language } from '../../team/profile.ts';
import { type Answering, answering } from '../../workspace/answer.ts';
import type { Workspace } from '../../workspace/open.ts';
import { drafting, pausedByPace } from './draft-answers.ts';
import { keepPost } from './keep-post.ts';
import { relating, withRelationWords } from './relation-answers.ts';

/** What the answers need from their context. */
export interface Answerer {
  readonly workspace: Workspace;
  /** The language to use. */
  readonly language: () => Promise<Language>;
  /** Called when due drafts may have changed. */
  readonly look: () => Promise<void>;
}

function sharing({ workspace, language: speaks, look }: Answerer): Answering[] {
  return [
    answering(shareNow, async (request) => {
      const whole = { ...request, post: settled(request.post) };
      const language = await speaks();
      const paused = await pausedByPace(workspace, request, language);
      if (paused) return paused;
      const shared = await share(workspace, whole, language, (url) => materialOf(workspace, url));
      // Other tabs and reminders are updated after the person's page has its answer. They read the diary again
      // themselves, so a diary that is closing loses nothing.
      if (shared.ok)
        broadcastMarks(workspace, [request.post.key])
          .then(look)
          .catch(() => undefined);
      return request.choice === null ? withRelationWords(shared, language) : shared;
    }),
    answering(shareOpened, ({ id, at }) => opened(workspace, id, at)),
    answering(shareSheet, async ({ post }) =>
      sheetFacts(workspace, settled(post), await speaks(), (url) => materialOf(workspace, url)),
    ),
    answering(shareDraft, async ({ draft, post, keep: save }) => {
      await keepDraft(workspace, draft, settled(post), save);
      return true;
    }),
    answering(shareCampaigns, () => offeredCampaigns(workspace, campaignsOf)),
    answering(sharePreset, ({ preset }) => savePreset(workspace, preset)),
  ];
}

function keeping({ workspace }: Answerer): Answering[] {
  return [
    answering(captureKeep, ({ id, post, at }) => keepPost(workspace, id, settled(post), at)),
    answering(captureUndo, async ({ id, at }) => {
      const capture = await workspace.rows(captures).get(id);
      const undone = await takeBack(workspace, id, at);
      if (capture) void broadcastMarks(workspace, [capture.post]);
      return undone;
    }),
    answering(marksRead, async ({ posts }) => ({ marks: await bitsFor(workspace, posts) })),
    answering(marksAll, async ({ site }) => ({ marks: await allBits(workspace, site) })),
  ];
}

/** Answers that need only the diary and no extension API, so the companion on the web has them too. */
export function diaryAnswers(answerer: Answerer): Answering[] {
  const { workspace, language, look } = answerer;
  return [
    ...sharing(answerer),
    ...relating(answerer),
    ...drafting(workspace, language, look),
    ...keeping(answerer),
  ];
}
