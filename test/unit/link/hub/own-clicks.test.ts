import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clicksOf } from '../../../../src/link/click/anonymised-clicks.ts';
import { countsOf } from '../../../../src/link/click/count-clicks.ts';
import { NEWEST } from '../../../../src/link/click/rules.ts';
import { ClicksResponse, HourResponse } from '../../../../src/link/hub-api.ts';
import { USUAL_RULES } from '../../../../src/link/link-rules.ts';
import { CHROME, countingBy, get, LinkHub } from './link-hub.ts';

const HOUR = 3_600_000;
let hub: LinkHub;
beforeEach(async () => {
  hub = await LinkHub.open();
});
afterEach(() => hub.close());

const click = (n: number, headers: Record<string, string> = {}) =>
  get(hub.team, `/${hub.link.id}`, { 'user-agent': `${CHROME} OPR/${n}.0.0.0`, ...headers });

async function news(since = 0, changed = 0, token = hub.bob.token): Promise<ClicksResponse> {
  await hub.team.hub.hub.settled();
  return ClicksResponse.parse(await hub.team.ask('/api/clicks', { since, changed }, token));
}
const hour = () => Math.floor(hub.team.now / HOUR);

describe('what came of one’s own links', () => {
  it('is sent by hour and place to their owner alone', async () => {
    await click(1, { referer: 'https://news.example/story?secret=1' });
    await click(2);
    await get(hub.team, `/${hub.link.id}`, { 'user-agent': 'Twitterbot/1.0' });
    const said = await news();
    const day = Math.floor(hour() / 24);
    const hours = { [String(hour() - day * 24)]: { human: 2, preview: 1 } };
    const places = { 'news.example': 1, '': 1 };
    const rest = { devices: { desktop: 2 }, countries: {} };
    expect(said.days).toEqual([{ link: hub.link.id, day, hours, places, ...rest }]);
    expect(said.links).toMatchObject([{ id: hub.link.id, title: 'A title', asked: '' }]);
    expect(said.more).toBe(false);
    const others = await news(0, 0, hub.team.token);
    expect([others.days, others.links]).toEqual([[], []]);
  });

  it('is sent once, and again where more came', async () => {
    await click(1);
    const first = await news();
    expect((await news(first.since, first.changed)).days).toEqual([]);
    await click(2);
    const then = await news(first.since, first.changed);
    expect(then.days).toHaveLength(1);
    expect(Object.values(then.days[0]?.hours ?? {})).toEqual([{ human: 2 }]);
  });

  it('is sent again, with its places, where other rules count it otherwise', async () => {
    await click(1, { referer: 'https://people.example/' });
    await get(hub.team, `/${hub.link.id}`, {
      'user-agent': 'curl/8.15.0',
      referer: 'https://tools.example/',
    });
    const first = await news();
    const words = { ...NEWEST.words, browser: 'bot', tool: 'person' } as const;
    await hub.restart(countingBy({ ...NEWEST, version: 99, words }));
    const token = await hub.signedIn();
    const then = await news(first.since, first.changed, token);
    expect(then.days.map(({ places }) => places)).toEqual([{ 'tools.example': 1 }]);
    await hub.restart();
    const back = await news(then.since, then.changed, await hub.signedIn());
    expect(back.days).toEqual(first.days);
  });

  it('is sent in parts where it is much, and whole in the end', async () => {
    await click(0);
    await hub.team.hub.hub.settled();
    const { db } = hub.team.hub.hub.services;
    const row = await db.selectFrom('linkday').selectAll().executeTakeFirstOrThrow();
    // Many of one batch of clicks, and single ones.
    const rows = Array.from({ length: 1300 }, (_, n) => ({
      ...row,
      sums: '{}',
      day: 10_000 + n,
      seq: 2 + Math.floor(n / 90),
    }));
    for (let at = 0; at < rows.length; at += 100)
      await db
        .insertInto('linkday')
        .values(rows.slice(at, at + 100))
        .execute();
    const days = new Set<number>();
    let [since, changed, parts] = [0, 0, 0];
    for (;;) {
      const said = await news(since, changed);
      for (const { day } of said.days) days.add(day);
      [since, changed, parts] = [said.since, said.changed, parts + 1];
      if (!said.more) break;
    }
    expect(days.size).toBe(1301);
    expect(parts).toBeLessThan(10);
  });

  it('can be counted again by who owns it, click by click, and by nobody else', async () => {
    await click(1);
    await click(1);
    await click(2, { 'sec-gpc': '1' });
    await get(hub.team, `/${hub.link.id}.q`, { 'user-agent': `${CHROME} OPR/3.0.0.0` });
    await get(hub.team, `/${hub.link.id}`, { 'user-agent': 'curl/8.15.0' });
    await hub.team.hub.hub.settled();
    const asked = { link: hub.link.id, hour: hour() };
    const said = HourResponse.parse(await hub.team.ask('/api/clicks/hour', asked, hub.bob.token));
    expect(said.counts).toEqual({ human: 2, qr: 1, duplicate: 1, bot: 1 });
    expect(said.until).toBe((hour() + USUAL_RULES.keepDays * 24) * 3_600_000);
    const counts = countsOf(new Map(clicksOf(said, asked).map((one) => [one.id, one])), NEWEST);
    expect(counts).toMatchObject(said.counts);
    expect(said.clicks.map(({ visitor }) => visitor)).toEqual([1, 1, 0, 2, 3]);
    expect(JSON.stringify(said)).not.toContain('127.0.0.1');
    expect(await hub.team.ask('/api/clicks/hour', asked, hub.team.token)).toEqual({ refused: 'unknown' });
  });

  it('is of no hour that was deleted by age, and the answer says so', async () => {
    const asked = { link: hub.link.id, hour: hour() - 5 };
    const said = HourResponse.parse(await hub.team.ask('/api/clicks/hour', asked, hub.bob.token));
    expect(said).toMatchObject({ kept: false, all: 0, clicks: [] });
  });
});
