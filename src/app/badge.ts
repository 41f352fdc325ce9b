/// <reference types="vite/client" />
import type { BadgeDeclaration } from '../workspace/badge.ts';
import { inOrder } from '../workspace/in-order.ts';
import type { Workspace } from '../workspace/open.ts';

/** What our icon may count, in its precedence, as the folders declare it. */
export const BADGES: readonly BadgeDeclaration[] = inOrder(
  Object.values(
    import.meta.glob<BadgeDeclaration>('../*/icon-badge.ts', { eager: true, import: 'iconBadge' }),
  ),
);

/** What our icon shows, by the id of its declaration; null for nothing. */
export type Badge = { readonly of: string; readonly n: number } | null;

/** What the icon shows at a moment (UTC ms), and when the clock alone will change it. */
export async function readBadge(
  workspace: Workspace,
  now: number,
): Promise<{ badge: Badge; next: number | null }> {
  let badge: Badge = null;
  const moments: number[] = [];
  for (const { id, read } of BADGES) {
    const { n, next } = await read(workspace, now);
    if (next !== null) moments.push(next);
    if (n > 0) badge ??= { of: id, n };
  }
  return { badge, next: moments.length > 0 ? Math.min(...moments) : null };
}

/** Largest number that fits on an icon. */
const MOST = 999;

export const badgeText = (badge: Badge): string => {
  if (!badge) return '';
  return badge.n > MOST ? `${MOST}+` : String(badge.n);
};
