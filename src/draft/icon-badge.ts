import type { BadgeDeclaration } from '../workspace/badge.ts';
import { readReminders } from './reminders.ts';

/** Drafts that are due. First and loud, since the person set a reminder for them. */
export const iconBadge: BadgeDeclaration = {
  id: 'drafts',
  order: 10,
  colour: '#c2371f',
  title: 'draftBadge',
  async read(workspace, now) {
    const { due, next } = await readReminders(workspace, now);
    return { n: due, next };
  },
};
