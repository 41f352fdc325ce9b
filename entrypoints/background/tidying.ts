import { browser } from 'wxt/browser';
import { deleteExpiredDaily } from '../../src/privacy/delete-expired.ts';
import { RETAINED } from '../../src/retained.ts';
import type { Workspace } from '../../src/workspace/open.ts';

const ALARM = 'privacy.tidy';
/** Minutes between two looks while the browser stays open. */
const OFTEN = 12 * 60;

/** Deletes what has outlived its days, at most once a day. What fails is tried again at the next look. */
export async function tidyUp(workspace: Workspace): Promise<void> {
  await browser.alarms.create(ALARM, { periodInMinutes: OFTEN, delayInMinutes: OFTEN });
  await deleteExpiredDaily(workspace, RETAINED, Date.now());
}

/** Must run in the first turn of the background: an alarm wakes it for this listener. */
export function answerTidying(workspace: Workspace): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void tidyUp(workspace);
  });
}
