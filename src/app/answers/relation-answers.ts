import { broadcastMarks } from '../../activity/broadcast-marks.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import { materialOf } from '../../library/offline-cache/read.ts';
import { settled } from '../../post/resolve-counts.ts';
import { type Prepared, type Sharing, shareRelated } from '../../share/messages.ts';
import { chooseRelation, readKnown } from '../../share/relation/known-relations.ts';
import type { Relation } from '../../share/relation/relation.ts';
import { share } from '../../share/share.ts';
import { takeBackShare } from '../../share/undo-share.ts';
import type { Language } from '../../team/profile.ts';
import { type Answerer, type Answering, answering } from '../../workspace/answer.ts';
import type { Workspace } from '../../workspace/open.ts';
import { sayingIn } from './saying-in.ts';

type Kind = 'employer' | 'earns' | 'both' | 'none';

/** Words for each relation, and for the alternative that a press takes. */
const WORDS: Record<Kind, readonly [taken: PlainKey, change: PlainKey]> = {
  employer: ['relationEmployer', 'relationNotEmployer'],
  earns: ['relationEarns', 'relationIsEmployer'],
  both: ['relationBoth', 'relationNotEmployer'],
  none: ['relationNone', 'relationIsEmployer'],
};

function kindOf({ employer, earns }: Relation): Kind {
  if (employer) return earns ? 'both' : 'employer';
  return earns ? 'earns' : 'none';
}

/** What the hub's absence means for the link, where it is away. */
function awayOf({ kind }: Prepared, say: ReturnType<typeof sayingIn>): Pick<Prepared, 'away'> {
  if (!kind) return {};
  const isShort = kind === 'short';
  const words = say(isShort ? 'sheetAwayShort' : 'sheetAwayLong');
  const change = say(isShort ? 'sheetTakeLong' : 'sheetTakeShort');
  return { away: { words, change, link: isShort ? 'long' : 'short' } };
}

/** A share with the strip's words about its relation and the alternative. */
export function withRelationWords(sharing: Sharing, language: Language, changed = false): Sharing {
  if (!sharing.ok) return sharing;
  const say = sayingIn(language);
  const { relation, signed } = sharing.prepared;
  const kind = kindOf(relation);
  const [taken, change] = WORDS[kind];
  const relationText = changed ? say('relationChanged', { taken: say(taken) }) : say(taken);
  const words = signed ? `${relationText}\n${say('linkSigned')}` : relationText;
  const other = { ...relation, employer: !relation.employer };
  return {
    ok: true,
    prepared: {
      ...sharing.prepared,
      ...awayOf(sharing.prepared, say),
      related: { words, change: say(change), changed: other },
    },
  };
}

/** What answers that are put together here take of their context. */
export interface DiaryAnswerer extends Pick<Answerer, 'workspace' | 'look'> {
  readonly language: () => Promise<Language>;
}

type Whose = Parameters<typeof readKnown>[1];

/** Remembers whether the author is the employer. Earning is remembered only if the person chose it before. */
async function chooseWhose(
  workspace: Workspace,
  post: Whose,
  { employer }: Relation,
  at: number,
): Promise<void> {
  const { choices } = await readKnown(workspace, post);
  const earns = choices.at(-1)?.relation.earns ?? false;
  await chooseRelation(workspace, post, { employer, earns }, at);
}

/** The answer about a share's relation that was changed. */
export function relating({ workspace, language, look }: DiaryAnswerer): Answering[] {
  return [
    answering(shareRelated, async ({ id, of, at, post, relation, link }) => {
      if (relation) await chooseWhose(workspace, post, relation, at);
      const speaks = await language();
      const request = { id, at, post: settled(post), choice: null, link };
      const shared = await share(workspace, request, speaks, (url) => materialOf(workspace, url));
      // If the repetition fails, the earlier share stands.
      if (shared.ok) await takeBackShare(workspace, of, at);
      await broadcastMarks(workspace, [post.key]);
      await look();
      return withRelationWords(shared, speaks, relation !== undefined);
    }),
  ];
}
