import { readReminders } from '../draft/reminders.ts';
import { newClicks } from '../link/new-clicks.ts';
import type { Workspace } from '../workspace/open.ts';

/** What our icon shows. Due drafts come first, since the person set a reminder for them. */
export type Badge = { of: 'drafts' | 'clicks'; n: number } | null;

/** What the icon shows at a moment (UTC ms), and when the next draft is due. */
export async function readBadge(
  workspace: Workspace,
  now: number,
): Promise<{ badge: Badge; next: number | null }> {
  const { due, next } = await readReminders(workspace, now);
  if (due > 0) return { badge: { of: 'drafts', n: due }, next };
  const clicks = await newClicks(workspace, now);
  return { badge: clicks > 0 ? { of: 'clicks', n: clicks } : null, next };
}

/** Largest number that fits on an icon. */
const MOST = 999;

export const badgeText = (badge: Badge): string => {
  if (!badge) return '';
  return badge.n > MOST ? `${MOST}+` : String(badge.n);
};
