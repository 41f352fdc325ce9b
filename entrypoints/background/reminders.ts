import { browser } from 'wxt/browser';
import { sayingIn } from '../../src/app/answers/saying-in.ts';
import { type Badge, badgeText, readBadge } from '../../src/app/badge.ts';
import type { Language } from '../../src/team/profile.ts';
import type { Workspace } from '../../src/workspace/open.ts';

const ALARM = 'draft.reminder';
/** Minutes between checks of the alarm, which sleep or a changed clock may have skipped. */
const AGAIN = 60;

/** Loud for reminders, quiet for clicks. */
const COLOURS = { drafts: '#c2371f', clicks: '#27497a' } as const;

function titleOf(badge: Badge, say: ReturnType<typeof sayingIn>): string {
  if (!badge) return say('manifestAction');
  return say(badge.of === 'drafts' ? 'draftBadge' : 'clicksBadge', { n: badge.n });
}

async function show(badge: Badge, language: Language): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text: badgeText(badge) }),
    browser.action.setBadgeBackgroundColor({ color: COLOURS[badge?.of ?? 'drafts'] }),
    browser.action.setTitle({ title: titleOf(badge, sayingIn(language)) }),
  ]);
}

/**
 * Shows due drafts on our icon, or new clicks if the person chose so, and sets the alarm for the next reminder.
 * Nothing is ever posted by it.
 */
export async function lookAtReminders(workspace: Workspace, language: Language): Promise<void> {
  const { badge, next } = await readBadge(workspace, Date.now());
  await show(badge, language);
  if (next === null) await browser.alarms.clear(ALARM);
  else await browser.alarms.create(ALARM, { when: next, periodInMinutes: AGAIN });
}

/** Must run in the background's first turn: an alarm wakes it for this listener. */
export function answerAlarms(look: () => Promise<void>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void look();
  });
}
