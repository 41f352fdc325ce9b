import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clicksExpireAt, USUAL_RULES } from '../../../../src/link/link-rules.ts';
import { CHROME, get, LinkHub } from './link-hub.ts';

const HOUR = 3_600_000;

let hub: LinkHub;
beforeEach(async () => {
  hub = await LinkHub.open();
});
afterEach(() => hub.close());

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
