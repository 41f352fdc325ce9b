import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClickLog } from '../../../../src/link/hub/click-log.ts';
import { AGING_MS, ClickRetention } from '../../../../src/link/hub/click-retention.ts';
import { clicksExpireAt, USUAL_RULES } from '../../../../src/link/link-rules.ts';
import { CHROME, get, LinkHub } from './link-hub.ts';

const HOUR = 3_600_000;

let hub: LinkHub;

const click = async (n: number) => {
  await get(hub.team, `/${hub.link.id}`, { 'user-agent': `${CHROME} OPR/${n}.0.0.0` });
  await hub.team.hub.hub.settled();
};
const hours = async (): Promise<number[]> => {
  const { db } = hub.team.hub.hub.services;
  return (await db.selectFrom('clicks').select('hour').execute()).map(({ hour }) => hour);
};
/** Sets for how many days clicks are stored, upon which those that are too old go. */
const setDays = async (keepDays: number) => {
  const links = { allow: [], block: [], labels: true, code: true, keepDays };
  const token = await hub.team.signedIn();
  expect(await hub.team.ask('/api/do', { do: 'links.set', links }, token)).toEqual({ done: true });
};

describe('a single click', () => {
  beforeEach(async () => {
    hub = await LinkHub.open();
  });
  afterEach(() => hub.close());

  it.each([2, 3, 30])('is there to the last hour of its %i days, and gone in the next', async (days) => {
    const begun = Math.floor(hub.team.now / HOUR);
    await click(1);
    hub.team.now = (begun + days * 24) * HOUR + HOUR - 1;
    await click(2);
    await setDays(days);
    expect(await hours()).toContain(begun);
    expect(hub.team.now - clicksExpireAt(begun, { ...USUAL_RULES, keepDays: days })).toBe(HOUR - 1);
    hub.team.now += 1;
    await setDays(days);
    expect(await hours()).toEqual([begun + days * 24]);
  });
});

describe('deleting clicks by age', () => {
  const HOURS = 490_000;
  const now = () => (HOURS + 1) * HOUR - 1;
  const rules = () => ({ ...USUAL_RULES, keepDays: 3 });
  /** What was deleted and written into the log. */
  function tried(drop: () => number, counted: () => Promise<void> = async () => undefined) {
    const dropped: number[] = [];
    const lines: unknown[] = [];
    const log = (what: string, more?: object) => lines.push([what, more]);
    const clicks = {
      dropBefore: async (hour: number) => dropped.push(hour) && drop(),
    } as unknown as ClickLog;
    const retention = new ClickRetention({ now, log, rules } as never, clicks, counted);
    return { retention, dropped, lines };
  }

  it('is done every six hours', () => {
    expect(AGING_MS).toBe(6 * HOUR);
  });

  it('is of the hours before the days of the team, and in the log where there were any', async () => {
    const { retention, dropped, lines } = tried(() => 2);
    await retention.now();
    expect([dropped, lines]).toEqual([[HOURS - 72], [['clicks-dropped', { rows: 2 }]]]);
    const one = tried(() => 1);
    await one.retention.now();
    expect(one.lines).toEqual([['clicks-dropped', { rows: 1 }]]);
    const none = tried(() => 0);
    await none.retention.now();
    expect(none.lines).toEqual([]);
  });

  it('is of none that is not counted yet, and tried again after a failure', async () => {
    const fails = async () => {
      throw new TypeError('not counted');
    };
    const { retention, dropped, lines } = tried(() => 1, fails);
    await retention.now();
    expect([dropped, lines]).toEqual([[], [['clicks-not-dropped', { error: 'TypeError' }]]]);
  });
});
