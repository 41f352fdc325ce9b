import { record } from '../../../src/activity/diary.ts';
import { dayOf, type EventType } from '../../../src/activity/event.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { event } from '../../unit/activity/facts.ts';

export const names = {
  channelName: (id: string) => ({ x: 'X', line: 'LINE', hatena: 'はてなブックマーク' })[id] ?? id,
  siteName: (id: string) => (id === 'x' ? 'X' : id),
};

const DAY = 86_400_000;

/** Records so many events of a type, one a day back from `daysAgo`. */
export async function happened(
  workspace: Workspace,
  type: EventType,
  n: number,
  { daysAgo = 0, channel = 'x', site = 'x', place = 'x.com', title = '夕凪の淹れかた' } = {},
): Promise<void> {
  for (let i = 0; i < n; i++) {
    const at = Date.now() - (daysAgo + (i % 5)) * DAY - i;
    const id = `${type}-${channel}-${site}-${daysAgo}-${i}-`.padEnd(12, '0');
    await record(
      workspace,
      event({ id, at, day: dayOf(at), type, channel, site, place, title, post: `x:${id}`, about: id }),
    );
  }
}
