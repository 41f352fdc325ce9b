import { broadcastMarks } from '../activity/broadcast-marks.ts';
import { settled } from '../post/resolve-counts.ts';
import { type Answers, answering } from '../workspace/answer.ts';
import { sharePreset } from './labels/messages.ts';
import { savePreset } from './labels/presets.ts';
import { shareDraft, shareOpened, shareUndo } from './messages.ts';
import { answerRelation, chooseRelation, readKnown } from './relation/known-relations.ts';
import { relationAnswer, relationChoose } from './relation/messages.ts';
import { opened } from './share.ts';
import { keepDraft } from './sheet-facts.ts';
import { shares } from './tables.ts';
import { takeBackShare } from './undo-share.ts';

/** Those that need a draft's limits or the team's library are in `src/app/answers`. */
export const answers: Answers = ({ workspace }) => [
  answering(shareOpened, ({ id, at }) => opened(workspace, id, at)),
  answering(shareDraft, async ({ draft, post, keep: save }) => {
    await keepDraft(workspace, draft, settled(post), save);
    return true;
  }),
  answering(sharePreset, ({ preset }) => savePreset(workspace, preset)),
  answering(shareUndo, async ({ id, at }) => {
    const link = await workspace.rows(shares).get(id);
    const stood = await takeBackShare(workspace, id, at);
    // Every open page shows what stands then.
    if (link) await broadcastMarks(workspace, [link.post]);
    return stood;
  }),
  answering(relationAnswer, async ({ post, ...answer }) => {
    await answerRelation(workspace, post, answer);
    return readKnown(workspace, post);
  }),
  answering(relationChoose, async ({ post, relation, at }) => {
    await chooseRelation(workspace, post, relation, at);
    return readKnown(workspace, post);
  }),
];
