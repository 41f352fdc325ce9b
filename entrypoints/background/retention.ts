import { browser } from 'wxt/browser';
import { RETAINED } from '../../src/app/retained.ts';
import { deleteExpiredDaily } from '../../src/privacy/delete-expired.ts';
import type { Workspace } from '../../src/workspace/open.ts';

const ALARM = 'privacy.tidy';
/** Minutes between two checks while the browser stays open. */
const OFTEN = 12 * 60;

/** Deletes expired rows, at most once a day. Failures are retried at the next check. */
export async function tidyUp(workspace: Workspace): Promise<void> {
  await browser.alarms.create(ALARM, { periodInMinutes: OFTEN, delayInMinutes: OFTEN });
  await deleteExpiredDaily(workspace, RETAINED, Date.now());
}

/** Must run in the background's first turn: an alarm wakes it for this listener. */
export function answerTidying(workspace: Workspace): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void tidyUp(workspace);
  });
}
