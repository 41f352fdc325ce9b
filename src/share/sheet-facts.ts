import type { Post } from '../post/post.ts';
import type { Language } from '../team/profile.ts';
import type { Workspace } from '../workspace/open.ts';
import { readSetting } from '../workspace/setting.ts';
import type { SheetFacts } from './messages.ts';
import { withCode } from './share.ts';
import { type Draft, drafts, preferences } from './tables.ts';
import { targetsOf } from './target.ts';

/** All that the sheet shows for a post. The sheet itself works out words and links by the same pure rules. */
export async function sheetFacts(workspace: Workspace, post: Post, language: Language): Promise<SheetFacts> {
  const person = await withCode(workspace);
  const kept = await readSetting(workspace, preferences);
  const draft = await workspace.rows(drafts).get(post.key);
  return {
    language,
    country: person.country,
    company: person.company,
    channels: kept.channels,
    instance: kept.instance,
    targets: targetsOf(post),
    code: person.code,
    draft: draft ?? null,
    post,
  };
}

/** Keeps a draft, or throws it away once it is empty or sent. */
export async function keepDraft(workspace: Workspace, draft: Draft, keep: boolean): Promise<void> {
  if (keep) await workspace.put(drafts, draft);
  else await workspace.rows(drafts).delete(draft.post);
}
