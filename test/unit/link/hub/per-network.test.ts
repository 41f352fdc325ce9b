import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verdictsOfResponse } from '../../../../src/link/click/anonymised-clicks.ts';
import { countsOf } from '../../../../src/link/click/count-clicks.ts';
import { NEWEST, RULES } from '../../../../src/link/click/rules.ts';
import { ClicksResponse, HourResponse } from '../../../../src/link/hub-api.ts';
import { USUAL_RULES } from '../../../../src/link/link-rules.ts';
import { CHROME, countingBy, get, LinkHub } from './link-hub.ts';

const HOUR = 3_600_000;
let hub: LinkHub;
beforeEach(async () => {
  hub = await LinkHub.open(4);
});
afterEach(() => hub.close());

/**
 * A farm behind one address: another machine each time, over the links of a member, an hour each fifteen. Some ask not to
 * be told from others, and are a network of their own.
 */
async function farm(most: number, first = 0): Promise<void> {
  for (let n = first; n < first + most; n += 1) {
    if (n > first && n % 15 === 0) hub.team.now += HOUR;
    const agent = { 'user-agent': `${CHROME} OPR/${n}.0.0.0` };
    await get(hub.team, `/${hub.links[n % 5]?.id}`, n % 6 === 0 ? { ...agent, 'sec-gpc': '1' } : agent);
  }
}

async function sums(): Promise<Record<string, number>> {
  await hub.team.hub.hub.settled();
  const asked = { since: 0, changed: 0 };
  const said = ClicksResponse.parse(await hub.team.ask('/api/clicks', asked, await hub.signedIn()));
  const all: Record<string, number> = {};
  for (const { hours } of said.days)
    for (const counts of Object.values(hours))
      for (const [name, n = 0] of Object.entries(counts)) all[name] = (all[name] ?? 0) + n;
  return all;
}

const setTo = async (perNetwork: number) =>
  hub.team.ask(
    '/api/do',
    { do: 'links.set', links: { ...USUAL_RULES, perNetwork } },
    await hub.team.signedIn(),
  );

describe('what one network can add', () => {
  it('ends at the bound over all links of a member, and goes on where the team raises it', async () => {
    hub.team.now = Math.floor(hub.team.now / 86_400_000) * 86_400_000 + HOUR;
    await farm(90);
    expect(await sums()).toMatchObject({ human: 50 + 15, capped: 25 });
    expect(await setTo(60)).toEqual({ done: true });
    expect(await sums()).toMatchObject({ human: 60 + 15, capped: 15 });
    expect(await setTo(1000)).toEqual({ done: true });
    const raised = await sums();
    expect(raised).toMatchObject({ human: 75 + 15 });
    expect(raised.capped).toBeUndefined();
    expect(await setTo(50)).toEqual({ done: true });
    expect(await sums()).toMatchObject({ human: 50 + 15, capped: 25 });
    // It is the same after a start, and for who counts all again.
    await hub.restart();
    expect(await sums()).toMatchObject({ human: 50 + 15, capped: 25 });
    await farm(10, 90);
    expect(await sums()).toMatchObject({ human: 50 + 17, capped: 33 });
  });

  it('is shown click by click with its reason, and counted the same by the device', async () => {
    expect(await setTo(3)).toEqual({ done: true });
    await farm(14, 1);
    await hub.team.hub.hub.settled();
    const token = await hub.signedIn();
    const hour = Math.floor(hub.team.now / HOUR);
    let capped = 0;
    for (const { id: link } of hub.links) {
      const said = HourResponse.parse(await hub.team.ask('/api/clicks/hour', { link, hour }, token));
      expect(said).toMatchObject({ rules: NEWEST.version, perNetwork: 3 });
      const verdicts = [...verdictsOfResponse(said, { link, hour }, NEWEST).values()];
      const counts: Record<string, number> = {};
      for (const { is } of verdicts) counts[is] = (counts[is] ?? 0) + 1;
      expect(counts).toEqual(said.counts);
      capped += verdicts.filter(({ why }) => why === 'network').length;
    }
    expect(capped).toBe(9);
  });

  it('is counted by the first edition as it was then', async () => {
    const [first = NEWEST] = RULES;
    await hub.restart(countingBy(first));
    await farm(10);
    const before = await sums();
    await hub.restart();
    expect(await sums()).toEqual(before);
    expect(countsOf(new Map(), first).capped).toBe(0);
  });
});
