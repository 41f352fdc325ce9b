import { dayOf } from '../activity/event.ts';
import { rollups } from '../activity/rollup.ts';
import { clickRollups, readClicks } from '../link/clicks.ts';
import { NO_MATERIAL, shorteningOf } from '../link/make-link.ts';
import type { Post } from '../post/post.ts';
import { isAway } from '../team/away.ts';
import { readMembership } from '../team/membership.ts';
import type { Language } from '../team/profile.ts';
import { themeSetting } from '../ui/theme.ts';
import type { Workspace } from '../workspace/open.ts';
import { readSetting } from '../workspace/setting.ts';
import { instancesOf } from './instances.ts';
import { presets } from './labels/presets.ts';
import type { SheetFacts } from './messages.ts';
import { readKnown } from './relation/known-relations.ts';
import { type MaterialOf, withCode } from './share.ts';
import { targetsOf } from './share-targets.ts';
import { type ChannelSuggestion, SUGGEST_DAYS, suggestChannel } from './suggest-channel.ts';
import { Draft, drafts, preferences, type Written } from './tables.ts';
import { templates } from './templates.ts';

/** The best channel for this place: sites are counted by recipe, other pages by host. */
async function suggested(workspace: Workspace, post: Post): Promise<ChannelSuggestion | null> {
  const today = dayOf(Date.now());
  const since = today - SUGGEST_DAYS + 1;
  const [days, clicks] = await Promise.all([
    workspace.rows(rollups).where('day').aboveOrEqual(since).toArray(),
    readClicks(workspace, since, today),
  ]);
  return suggestChannel(
    [...days, ...clickRollups(clicks)],
    post.site === 'page' ? new URL(post.url).host : post.site,
  );
}

/** All that the sheet shows for a post. The sheet derives words and links by the same pure rules. */
export async function sheetFacts(
  workspace: Workspace,
  post: Post,
  language: Language,
  materialOf: MaterialOf = async () => NO_MATERIAL,
): Promise<SheetFacts> {
  const person = await withCode(workspace);
  const saved = await readSetting(workspace, preferences);
  const draft = await workspace.rows(drafts).get(post.key);
  const membership = await readMembership(workspace);
  const shortening = shorteningOf(membership);
  return {
    templates: (await readSetting(workspace, templates)).map(({ words }) => words),
    language,
    theme: await readSetting(workspace, themeSetting),
    country: person.country,
    company: person.company,
    channels: saved.channels,
    instances: instancesOf(saved),
    suggestion: await suggested(workspace, post),
    targets: await Promise.all(
      targetsOf(post).map(async (target) => ({ ...target, ...(await materialOf(target.url)) })),
    ),
    code: person.code,
    shortening,
    away: shortening !== null && membership !== null && (await isAway(membership)),
    presets: await readSetting(workspace, presets),
    draft: draft ? Draft.parse(draft) : null,
    known: await readKnown(workspace, post),
    post,
  };
}

/**
 * Saves what was written, or deletes it once it is empty. A draft that was set aside stays even without words,
 * until it is sent or deleted.
 */
export function keepDraft(workspace: Workspace, written: Written, read: Post, keep: boolean): Promise<void> {
  return workspace.together([drafts], async () => {
    const before = await workspace.rows(drafts).get(written.post);
    const { remind = 0, aside = 0 } = before ?? {};
    if (keep || aside > 0) await workspace.put(drafts, { ...written, read, remind, aside });
    else await workspace.rows(drafts).delete(written.post);
  });
}
