import { broadcastMarks } from '../activity/broadcast-marks.ts';
import { settled } from '../post/resolve-counts.ts';
import { type Answers, answering } from '../workspace/answer.ts';
import { takeBack } from './keep.ts';
import { keepPost } from './keep-post.ts';
import { captureKeep, captureUndo } from './messages.ts';
import { captures } from './tables.ts';

export const answers: Answers = ({ workspace }) => [
  answering(captureKeep, ({ id, post, at }) => keepPost(workspace, id, settled(post), at)),
  answering(captureUndo, async ({ id, at }) => {
    const capture = await workspace.rows(captures).get(id);
    const undone = await takeBack(workspace, id, at);
    if (capture) void broadcastMarks(workspace, [capture.post]);
    return undone;
  }),
];
