import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/activity/event.ts';
import { clickRollups, peopleBy, readClicks } from '../../../src/link/clicks.ts';
import type { ClicksResponse, OwnerLink } from '../../../src/link/hub-api.ts';
import { importedRows, keepImported } from '../../../src/link/import/store-rows.ts';
import { clicksKnown, fetchClicks } from '../../../src/link/own-clicks.ts';
import { statsWithClicks } from '../../../src/link/stats.ts';
import { clickDays, shortLinks } from '../../../src/link/tables.ts';
import { keepMembership } from '../../../src/team/membership.ts';
import type { Team } from '../../../src/team/team.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { readSetting } from '../../../src/workspace/setting.ts';
import { clickDay, shortLink } from '../results/kept.ts';
import { ownWorkspace } from '../stage.tsx';
import { MEMBER } from '../team/member.ts';

const ID = 'AbCdEfGhIj0';
const IN_TEAM = { ...MEMBER, links: 'https://go.kissa.example' };
let workspace: Workspace;
beforeEach(async () => {
  workspace = ownWorkspace();
  await keepMembership(workspace, IN_TEAM);
});
afterEach(() => workspace.diary.delete());

const held = (part: Partial<OwnerLink> = {}): OwnerLink => {
  const { from, hub, address, share, changed, tags, name = '', ...link } = shortLink(ID);
  return { ...link, name, ...part };
};
const day = (daysAgo: number) => {
  const { id, at, from, ...rest } = clickDay(ID, daysAgo);
  return rest;
};
const said = (part: Partial<ClicksResponse>): ClicksResponse => ({
  epoch: 'one',
  since: 5,
  changed: 9,
  more: false,
  rules: 1,
  days: [],
  links: [],
  rank: null,
  ...part,
});

/** A team whose hub answers so, one after the other; what it was asked. */
function hubSays(...answers: ClicksResponse[]): { team: Team; asked: unknown[] } {
  const asked: unknown[] = [];
  const ask = async (_: string, body: unknown) => {
    asked.push(body);
    const value = answers.shift();
    return value ? { ok: true, value } : { ok: false, reason: 'away' };
  };
  return { team: { member: IN_TEAM, ask } as unknown as Team, asked };
}

describe('what a hub tells of one’s own links', () => {
  it('is stored, and fetched from there the next time', async () => {
    const { team, asked } = hubSays(
      said({ days: [day(1)], links: [held()], more: true, since: 3 }),
      said({ days: [day(2)] }),
      said({ since: 7 }),
    );
    expect((await fetchClicks(workspace, team, 1)).ok).toBe(true);
    expect(await workspace.rows(clickDays).count()).toBe(2);
    expect(await workspace.rows(shortLinks).get(ID)).toMatchObject({
      address: `https://go.kissa.example/${ID}`,
    });
    await fetchClicks(workspace, team, 2);
    expect(asked).toEqual([
      { since: 0, changed: 0 },
      { since: 3, changed: 9 },
      { since: 5, changed: 9 },
    ]);
    expect(await fetchClicks(workspace, team, 3)).toEqual({ ok: false, reason: 'away' });
    expect((await readSetting(workspace, clicksKnown)).since).toBe(7);
  });

  it('is not doubled by figures without a day that are brought in again another day', async () => {
    const none = { address: '', target: '', title: '', content: '', place: '', hour: null, qr: false };
    const labels = { ...none, campaign: 'autumn' };
    const sum = { ...labels, thing: 'line autumn', source: 'line', day: 0, clicks: 12 };
    await keepImported(workspace, importedRows([sum], 20_000, 1));
    await keepImported(workspace, importedRows([{ ...sum, clicks: 15 }], 20_001, 2));
    const { hours } = await readClicks(workspace, 19_000, 21_000);
    expect(hours.map(({ counts }) => counts.human)).toEqual([15]);
  });

  it('is fetched anew where the hub was restored, and what it lost is shown no more; what others counted stays', async () => {
    const file = [
      {
        thing: 'x',
        address: 'https://bit.ly/a',
        target: '',
        title: '',
        source: '',
        campaign: '',
        content: '',
        place: '',
        day: 20_000,
        hour: null,
        clicks: 3,
        qr: false,
      },
    ];
    await keepImported(workspace, importedRows(file, 20_000, 1));
    await fetchClicks(workspace, hubSays(said({ days: [day(1), day(2)], links: [held()] })).team, 1);
    await workspace.put(shortLinks, shortLink('ZbCdEfGhIj0', { hub: 'a-hub-before' }));
    await workspace.put(clickDays, clickDay('ZbCdEfGhIj0', 3));
    const { team, asked } = hubSays(said({ epoch: 'two' }), said({ epoch: 'two', days: [day(2)] }));
    await fetchClicks(workspace, team, 2);
    expect(asked).toEqual([
      { since: 5, changed: 9 },
      { since: 0, changed: 0 },
    ]);
    const rows = await workspace.rows(clickDays).toArray();
    expect(rows.map(({ from, link }) => `${from} ${link.slice(0, 4)}`).sort()).toEqual([
      'file file',
      'hub AbCd',
      'hub ZbCd',
    ]);
  });

  it('does not write over what was changed here and is not sent yet', async () => {
    await workspace.put(shortLinks, shortLink(ID, { paused: true, changed: Date.now() }));
    await fetchClicks(workspace, hubSays(said({ links: [held({ paused: false })] })).team, 1);
    expect((await workspace.rows(shortLinks).get(ID))?.paused).toBe(true);
  });

  it('says which target waits for a manager', async () => {
    await fetchClicks(
      workspace,
      hubSays(said({ links: [held({ asked: 'https://other.example/' })] })).team,
      1,
    );
    expect(await workspace.rows(shortLinks).get(ID)).toMatchObject({ asked: 'https://other.example/' });
  });
});

describe('clicks in the statistics', () => {
  it('count people alone, on the day where the person is, by channel, place, campaign and material', async () => {
    await workspace.put(shortLinks, shortLink(ID));
    await workspace.put(clickDays, clickDay(ID, 1));
    const { from, to } = { from: dayOf(Date.now()) - 3, to: dayOf(Date.now()) };
    const stats = await statsWithClicks(workspace, from, to);
    expect(stats.totals.clicked).toBe(4);
    expect(stats.channels).toMatchObject([{ id: 'x', totals: { clicked: 4 } }]);
    expect(stats.places).toMatchObject([{ id: 'bluesky', totals: { clicked: 4 } }]);
    const clicks = await readClicks(workspace, from, to);
    expect(peopleBy(clicks, ({ campaign }) => campaign)).toEqual([{ id: 'autumn', n: 4 }]);
    expect(peopleBy(clicks, ({ item }) => item)).toEqual([{ id: 'item-1', n: 4 }]);
    const noon = (Math.floor(Date.now() / 86_400_000) - 1) * 86_400_000 + 12 * 3_600_000;
    expect(clickRollups(clicks).map((one) => one.day)).toEqual([dayOf(noon)]);
  });
});
