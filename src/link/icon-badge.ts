import type { BadgeDeclaration } from '../workspace/badge.ts';
import { newClicks } from './new-clicks.ts';

/** New clicks, if the person chose to see them. Quiet. */
export const iconBadge: BadgeDeclaration = {
  id: 'clicks',
  order: 20,
  colour: '#27497a',
  title: 'clicksBadge',
  read: async (workspace, now) => ({ n: await newClicks(workspace, now), next: null }),
};
