import { browser } from 'wxt/browser';
import { readReminders } from '../../src/draft/reminders.ts';
import type { Language } from '../../src/team/profile.ts';
import type { Workspace } from '../../src/workspace/open.ts';
import { sayingIn } from './words.ts';

const ALARM = 'draft.reminder';
/** Minutes after which an alarm looks again: a computer that slept, or a clock that was set, may have passed it. */
const AGAIN = 60;

async function show(due: number, language: Language): Promise<void> {
  const say = sayingIn(language);
  await Promise.all([
    browser.action.setBadgeText({ text: due === 0 ? '' : String(due) }),
    browser.action.setBadgeBackgroundColor({ color: '#c2371f' }),
    browser.action.setTitle({ title: due === 0 ? say('manifestAction') : say('draftBadge', { n: due }) }),
  ]);
}

/** Shows on our toolbar button what has come due, and wakes us for the next. Nothing is ever posted by it. */
export async function lookAtReminders(workspace: Workspace, language: Language): Promise<void> {
  const { due, next } = await readReminders(workspace, Date.now());
  await show(due, language);
  if (next === null) await browser.alarms.clear(ALARM);
  else await browser.alarms.create(ALARM, { when: next, periodInMinutes: AGAIN });
}

/** Must run in the first turn of the background: an alarm wakes it for this listener. */
export function answerAlarms(look: () => Promise<void>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void look();
  });
}
