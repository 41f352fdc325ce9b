import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Hub } from '../../../../src/hub/hub.ts';
import { dayIn } from '../../../../src/hub/zone.ts';
import { counted } from '../../../../src/link/click/count-clicks.ts';
import { type CountingRules, NEWEST } from '../../../../src/link/click/rules.ts';
import { ClickLog } from '../../../../src/link/hub/click-log.ts';
import { Counting } from '../../../../src/link/hub/counting.ts';
import { linkHub } from '../../../../src/link/hub/link-hub.ts';
import { noResults } from '../../../../src/link/hub/results-of-links.ts';
import { USUAL_RULES } from '../../../../src/link/link-rules.ts';
import { MonthAggregates } from '../../../../src/results/hub/month-aggregates.ts';
import { resultsHub } from '../../../../src/results/hub/results-hub.ts';
import { monthOf } from '../../../../src/workspace/room.ts';
import { MEASURES } from '../../results/fold/of-hub.ts';
import { CHROME, countingBy, get, LinkHub } from './link-hub.ts';

let hub: LinkHub;
beforeEach(async () => {
  hub = await LinkHub.open();
});
afterEach(() => hub.close());

const month = () => monthOf(hub.team.now);

/** What the room of results says, as a member of the team sees it. */
async function results(): Promise<{ days: Record<string, number>; people: Record<string, unknown> }> {
  await hub.team.hub.hub.settled();
  const room = await hub.team.open(hub.bob.identity, `results/${month()}`);
  const days = Object.values(room.doc.getMap('days').toJSON()) as { counts: Record<string, number> }[];
  const sums: Record<string, number> = {};
  for (const { counts } of days)
    for (const [cell, n] of Object.entries(counts)) sums[cell] = (sums[cell] ?? 0) + n;
  const people = room.doc.getMap('people').toJSON();
  hub.team.closeDevices();
  return { days: sums, people };
}

/** Another process on the hub's store, as far as clicks go: its own log and its own counting. */
async function twoCounting(): Promise<{
  running: Hub;
  second: Counting;
  log: ClickLog;
  aggregates: MonthAggregates;
}> {
  const running = hub.team.hub.hub;
  const { db, log: write, now } = running.services;
  const log = await ClickLog.open(db, () => hub.team.now);
  const linkOf = (id: string) => running.service(linkHub).links.get(id);
  const aggregates = new MonthAggregates({
    db,
    linkOf,
    measures: MEASURES,
    dayOf: dayIn('UTC'),
    damaged: () => true,
    note: async () => undefined,
  });
  const second = new Counting({
    ...{ db, log: write, now, clicks: log },
    rules: () => NEWEST,
    keepDays: () => USUAL_RULES.keepDays,
    linkOf,
    results: () => ({ ...noResults(db), sums: aggregates }),
  });
  await second.start();
  log.follow(second);
  return { running, second, log, aggregates };
}

/** Five people, six machines, a scan, the same again within the hour, and the owner's own. */
async function visited(id: string): Promise<void> {
  const browser = (n: number) => ({ 'user-agent': `${CHROME} OPR/${n}.0.0.0` });
  for (let at = 0; at < 5; at += 1) await get(hub.team, `/${id}`, browser(100 + at));
  const machines = [
    'Twitterbot/1.0',
    'facebookexternalhit/1.1',
    'curl/8.15.0',
    'GPTBot/1.3',
    'Googlebot/2.1',
    '',
  ];
  for (const agent of machines) await get(hub.team, `/${id}`, { 'user-agent': agent });
  await get(hub.team, `/${id}.q`, browser(200));
  await get(hub.team, `/${id}`, browser(100));
  await get(hub.team, `/${id}`, { ...browser(300), 'sec-purpose': 'prefetch' });
  const theirs = CHROME.replace('Chrome/142.0.0.0', 'Firefox/145.0');
  hub.team.hub.hub.service(linkHub).visitors.note(hub.bob.identity.joined.member, '127.0.0.1', theirs);
  await get(hub.team, `/${id}`, { 'user-agent': theirs });
}

const EXPECTED = {
  'clicked|x|x': 5,
  'scanned|x|x': 1,
  'duplicate|x|x': 1,
  'own|x|x': 1,
  'bot|x|x': 4,
  'preview|x|x': 2,
  'prefetch|x|x': 1,
};

describe('what came of a link', () => {
  it('is sent by the hub, people apart from all others', async () => {
    await visited(hub.link.id);
    expect((await results()).days).toEqual(EXPECTED);
  });

  it('is what anybody finds who counts the log again', async () => {
    await visited(hub.link.id);
    await hub.team.hub.hub.settled();
    const log = await ClickLog.open(hub.team.hub.hub.services.db, () => hub.team.now);
    const { clicks } = await log.after(0, 1000, (batch) => expect.fail(`batch ${batch}`));
    const said = { human: 5, qr: 1, own: 1, duplicate: 1, capped: 0, bot: 4, preview: 2, prefetch: 1 };
    expect(counted(clicks, NEWEST)).toEqual(said);
  });

  it('is counted once, however often the hub starts anew, and goes on in the hour in which it stopped', async () => {
    await visited(hub.link.id);
    for (let at = 0; at < 3; at += 1) await hub.restart();
    expect((await results()).days).toEqual(EXPECTED);
    await get(hub.team, `/${hub.link.id}`, { 'user-agent': `${CHROME} OPR/100.0.0.0` });
    await get(hub.team, `/${hub.link.id}`, { 'user-agent': `${CHROME} OPR/999.0.0.0` });
    expect((await results()).days).toEqual({ ...EXPECTED, 'clicked|x|x': 6, 'duplicate|x|x': 2 });
  });

  it('is counted after a start where the hub was killed before it did', async () => {
    await visited(hub.link.id);
    await hub.team.hub.hub.settled();
    const { db } = hub.team.hub.hub.services;
    // As if nothing of it had been written but the log.
    await db.updateTable('meta').set({ value: '0' }).where('name', '=', 'counted').execute();
    await db.deleteFrom('linkday').execute();
    await hub.restart();
    expect((await results()).days).toEqual(EXPECTED);
  });

  it('is counted once by two processes on one store, whichever of them records', async () => {
    const { running, second, log } = await twoCounting();
    await visited(hub.link.id);
    const one = { link: hub.link.id, visitor: 'v', near: 'n', word: 'browser', referrer: '' } as const;
    const click = (visitor: string) =>
      log.append({ ...one, visitor, device: 'desktop', own: false, qr: false });
    await Promise.all([click('a'), get(hub.team, `/${hub.link.id}`), click('b'), click('a')]);
    await Promise.all([running.settled(), second.settled(), running.settled(), second.settled()]);
    await hub.restart();
    const said = { ...EXPECTED, 'clicked|x|x': 8, 'duplicate|x|x': 2 };
    expect((await results()).days).toEqual(said);
  });

  it('goes on where a row of it was damaged, and is right', async () => {
    await visited(hub.link.id);
    await hub.team.hub.hub.settled();
    await hub.team.hub.hub.services.db.updateTable('linkday').set({ sums: '{"human":' }).execute();
    await hub.restart();
    const click = (n: number) =>
      get(hub.team, `/${hub.link.id}`, { 'user-agent': `${CHROME} OPR/${n}.0.0.0` });
    await click(500);
    expect((await results()).days).toEqual({ ...EXPECTED, 'clicked|x|x': 6 });
  });

  it('is counted again when newer rules come, as if by them from the first', async () => {
    await visited(hub.link.id);
    const stricter: CountingRules = {
      ...NEWEST,
      version: 99,
      words: { ...NEWEST.words, tool: 'preview' },
      crowd: 3,
    };
    await hub.restart(countingBy(stricter));
    const log = await ClickLog.open(hub.team.hub.hub.services.db, () => hub.team.now);
    await hub.team.hub.hub.settled();
    const { clicks } = await log.after(0, 1000, (batch) => expect.fail(`batch ${batch}`));
    const { human, qr, duplicate, bot, preview } = counted(clicks, stricter);
    const said = {
      ...EXPECTED,
      'clicked|x|x': human,
      'scanned|x|x': qr,
      'duplicate|x|x': duplicate,
      'bot|x|x': bot,
      'preview|x|x': preview,
    };
    const there = Object.fromEntries(Object.entries(said).filter(([, n]) => n > 0));
    expect((await results()).days).toEqual(there);
    expect([human, bot, preview]).toEqual([3, 3, 3]);
    // Back again, it is what it was.
    await hub.restart();
    expect((await results()).days).toEqual(EXPECTED);
  });

  it('comes out the same when an admin has it counted again', async () => {
    await visited(hub.link.id);
    expect(await hub.team.ask('/api/do', { do: 'clicks.count' })).toEqual({ done: true, changed: 0 });
    await hub.team.hub.hub.services.db.updateTable('linkday').set({ sums: '{"human":' }).execute();
    expect(await hub.team.ask('/api/do', { do: 'clicks.count' })).toEqual({ done: true, changed: 1 });
    expect((await results()).days).toEqual(EXPECTED);
    expect(await hub.team.ask('/api/do', { do: 'clicks.count' }, hub.bob.token)).toEqual({ refused: 'role' });
  });

  it('is what its rows say where one was damaged while it was shown', async () => {
    await visited(hub.link.id);
    expect((await results()).days).toEqual(EXPECTED);
    await hub.team.hub.hub.services.db.updateTable('linkday').set({ sums: '{"human":' }).execute();
    expect(await hub.team.ask('/api/do', { do: 'clicks.count' })).toEqual({ done: true, changed: 1 });
    expect((await results()).days).toEqual(EXPECTED);
  });

  it('is shown without what is lost, where a damaged row’s clicks were deleted by age', async () => {
    await visited(hub.link.id);
    expect((await results()).days).toEqual(EXPECTED);
    const { db } = hub.team.hub.hub.services;
    const { aggregates } = hub.team.hub.hub.service(resultsHub);
    await db.updateTable('linkday').set({ sums: '{"human":' }).execute();
    await db.deleteFrom('clicks').execute();
    await aggregates.forget();
    await aggregates.month(month());
    await hub.team.hub.hub.settled();
    // Tried once; from then on it is summed without that row, and what comes is added.
    expect(await aggregates.month(month())).toBe(await aggregates.month(month()));
    await get(hub.team, `/${hub.link.id}`, { 'user-agent': `${CHROME} OPR/700.0.0.0` });
    expect((await results()).days).toEqual({ 'clicked|x|x': 1 });
  });

  it('is shown with what another process on the store counted', async () => {
    const { running, second, log, aggregates } = await twoCounting();
    await visited(hub.link.id);
    await Promise.all([running.settled(), second.settled()]);
    const shownBy = async (sums: MonthAggregates) =>
      Object.values((await sums.month(month())).results([]).days).map(({ counts }) => counts['clicked|x|x']);
    expect([await shownBy(aggregates), await shownBy(running.service(resultsHub).aggregates)]).toEqual([
      [5],
      [5],
    ]);
    await get(hub.team, `/${hub.link.id}`, { 'user-agent': `${CHROME} OPR/600.0.0.0` });
    await running.settled();
    const one = { link: hub.link.id, near: 'n', word: 'browser', referrer: '' } as const;
    await log.append({ ...one, visitor: 'a', device: 'desktop', own: false, qr: false });
    await second.settled();
    expect(await shownBy(aggregates)).toEqual([7]);
  });

  it('stays when its clicks are deleted by age, and is not changed by counting again', async () => {
    await visited(hub.link.id);
    await hub.team.hub.hub.settled();
    const before = await results();
    hub.team.now += 5 * 86_400_000;
    await get(hub.team, `/${hub.link.id}`, { 'user-agent': `${CHROME} OPR/777.0.0.0` });
    const links = { allow: [], block: [], labels: true, code: true, keepDays: 3 };
    // The session of before is over by now.
    const admin = async (command: object) => hub.team.ask('/api/do', command, await hub.team.signedIn());
    expect(await admin({ do: 'links.set', links })).toEqual({ done: true });
    const { db } = hub.team.hub.hub.services;
    expect(await db.selectFrom('clicks').select('batch').execute()).toHaveLength(1);
    expect(await admin({ do: 'clicks.count' })).toEqual({ done: true, changed: 0 });
    hub.team.now -= 5 * 86_400_000;
    expect((await results()).days).toEqual(before.days);
  });

  it('is right where the clock was set back into an hour that was over', async () => {
    const click = (n: number) =>
      get(hub.team, `/${hub.link.id}`, { 'user-agent': `${CHROME} OPR/${n}.0.0.0` });
    await click(1);
    hub.team.now += 3_600_000;
    await click(1);
    await hub.team.hub.hub.settled();
    hub.team.now -= 3_600_000;
    await click(1);
    await click(2);
    expect((await results()).days).toEqual({ 'clicked|x|x': 3, 'duplicate|x|x': 1 });
  });
});
