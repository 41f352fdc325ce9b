import { browser } from 'wxt/browser';
import { sayingIn } from '../../src/app/answers/saying-in.ts';
import { BADGES, type Badge, badgeText, readBadge } from '../../src/app/badge.ts';
import type { Language } from '../../src/team/profile.ts';
import type { Workspace } from '../../src/workspace/open.ts';

const ALARM = 'draft.reminder';
/** Minutes between checks of the alarm, which sleep or a changed clock may have skipped. */
const AGAIN = 60;

/** Of a badge without a number, which is not seen. */
const NO_COLOUR = '#c2371f';

async function show(badge: Badge, language: Language): Promise<void> {
  const declared = BADGES.find(({ id }) => id === badge?.of);
  const say = sayingIn(language);
  const title = badge && declared ? say(declared.title, { n: badge.n }) : say('manifestAction');
  await Promise.all([
    browser.action.setBadgeText({ text: badgeText(badge) }),
    browser.action.setBadgeBackgroundColor({ color: declared?.colour ?? NO_COLOUR }),
    browser.action.setTitle({ title }),
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
