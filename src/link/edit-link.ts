import { type Membership, readMembership } from '../team/membership.ts';
import type { Workspace } from '../workspace/open.ts';
import { destinationOf } from './destination.ts';
import { linkRulesOf } from './link-rules.ts';
import { leadsTo } from './make-link.ts';
import { type ShortLink, shortLinks } from './tables.ts';

/** The fields of a link that its owner may change. */
export type LinkChange = Partial<
  Pick<ShortLink, 'until' | 'paused' | 'target' | 'tags' | 'title' | 'picture'>
>;

/** Why a change was refused. `target`: no link may lead there. `rules`: the links of the person's team may not. */
export type LinkRefusal = 'target' | 'rules' | 'gone';

/** Why a link may not lead to a target; null if it may. The hub of the team judges by the same rules. */
function targetRefusal(
  target: string,
  { hub, address }: ShortLink,
  member: Membership | null,
): LinkRefusal | null {
  // The rules of a team are about the links of its own hub.
  if (member?.hub !== hub) return destinationOf(target).ok ? null : 'target';
  if (leadsTo(target, { address, rules: linkRulesOf(member) })) return null;
  return destinationOf(target).ok ? 'rules' : 'target';
}

/** Changes a link on this device; the change is sent to the hub with the next sync. Null if it was accepted. */
export async function editLink(
  workspace: Workspace,
  id: string,
  change: LinkChange,
  now: number,
): Promise<LinkRefusal | null> {
  const member = await readMembership(workspace);
  return workspace.together([shortLinks], async () => {
    const link = await workspace.rows(shortLinks).get(id);
    if (!link) return 'gone';
    const refusal = change.target === undefined ? null : targetRefusal(change.target, link, member);
    if (refusal) return refusal;
    const asked = change.target === undefined ? link.asked : '';
    await workspace.put(shortLinks, { ...link, ...change, asked, changed: now });
    return null;
  });
}
