import { channelOf } from '../../channels/index.ts';
import type { ShareChoice, SheetFacts } from '../../messages.ts';
import { isUsable } from '../../system-share.ts';

/** The sheet's initial choice: the draft, else the person's first channel that this browser supports. */
export function firstChoice(facts: SheetFacts): ShareChoice {
  const { draft, channels, targets, post, instances } = facts;
  const known = [draft?.channel ?? '', ...channels].flatMap((id) => channelOf(id) ?? []);
  const channel = known.find(isUsable)?.id ?? 'copy';
  const target = targets.find(({ url }) => url === draft?.target) ?? targets[0];
  return {
    channel,
    target: target?.url ?? post.url,
    words: draft?.words ?? '',
    disclosure: draft?.disclosure ?? null,
    removed: draft?.removed ?? '',
    instance: instances[channel] ?? '',
    labels: draft?.labels,
  };
}
