import { dayTime } from '../i18n/format.ts';
import { settled } from '../post/resolve-counts.ts';
import { type Answers, answering } from '../workspace/answer.ts';
import { setAside } from './drafts.ts';
import { draftLater } from './messages.ts';

export const answers: Answers = ({ workspace, speech, look }) => [
  answering(draftLater, async (request) => {
    await setAside(workspace, { ...request, post: settled(request.post) });
    void look();
    const { say, language } = await speech();
    if (request.remind === 0) return { words: say('draftAside') };
    return { words: say('draftAsideUntil', { when: dayTime(request.remind, language) }) };
  }),
];
