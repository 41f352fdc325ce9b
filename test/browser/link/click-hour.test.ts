import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readHour } from '../../../src/link/click-hour.ts';
import type { HourResponse } from '../../../src/link/hub-api.ts';
import { fetchClicks } from '../../../src/link/own-clicks.ts';
import { clickHours } from '../../../src/link/tables.ts';
import { keepMembership } from '../../../src/team/membership.ts';
import type { Team } from '../../../src/team/team.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { ownWorkspace } from '../stage.tsx';
import { MEMBER } from '../team/member.ts';

const NOW = Date.UTC(2026, 10, 29);
const OF = { link: 'AbCdEfGhIj0', hour: NOW / 3_600_000 - 1 };
const SAID: HourResponse = { rules: 1, kept: true, all: 0, counts: {}, clicks: [], until: NOW + 1000 };
const AWAY = { ok: false, reason: 'away' };
let workspace: Workspace;
beforeEach(async () => {
  workspace = ownWorkspace();
  await keepMembership(workspace, MEMBER);
});
afterEach(() => workspace.diary.delete());

const says = (answer: unknown) => ({ member: MEMBER, ask: async () => answer }) as unknown as Team;
const read = (answer: unknown, now: number) => readHour(workspace, says(answer), OF, now);
const storedHours = () => workspace.rows(clickHours).count();

describe('the clicks of an hour', () => {
  it('are stored as the hub sent them, and read from here while it is away, and in no team', async () => {
    expect(await read({ ok: true, value: SAID }, NOW)).toEqual({ is: 'now', said: SAID });
    const before = { is: 'before', said: SAID, at: NOW };
    expect(await read(AWAY, NOW + 999)).toEqual(before);
    expect(await readHour(workspace, null, OF, NOW + 999)).toEqual(before);
  });

  it('are deleted when the hub deletes them, whether it answers or not', async () => {
    await read({ ok: true, value: SAID }, NOW);
    expect(await read(AWAY, NOW + 1000)).toEqual({ is: 'none', reason: 'away' });
    expect(await storedHours()).toBe(0);
    await read({ ok: true, value: SAID }, NOW);
    const gone = { ...SAID, kept: false };
    expect(await read({ ok: true, value: gone }, NOW)).toEqual({ is: 'now', said: gone });
    expect(await storedHours()).toBe(0);
    await read({ ok: true, value: SAID }, NOW);
    const news = { epoch: 'e', since: 1, changed: 1, more: false, rules: 1, days: [], links: [], rank: null };
    await fetchClicks(workspace, says({ ok: true, value: news }), NOW + 999);
    expect(await storedHours()).toBe(1);
    await fetchClicks(workspace, says({ ok: true, value: news }), NOW + 1000);
    expect(await storedHours()).toBe(0);
  });

  it('go sooner where the team has decided so since', async () => {
    const hour = Math.floor(NOW / 3_600_000) - 49;
    const said = { ...SAID, until: NOW + 86_400_000_000 };
    await readHour(workspace, says({ ok: true, value: said }), { ...OF, hour }, NOW);
    expect(await storedHours()).toBe(1);
    await keepMembership(workspace, { ...MEMBER, rules: { ...MEMBER.rules, keepDays: 2 } });
    expect(await readHour(workspace, says(AWAY), { ...OF, hour }, NOW)).toEqual({
      is: 'none',
      reason: 'away',
    });
    expect(await storedHours()).toBe(0);
  });

  it('are not stored where the hub does not say until when', async () => {
    await read({ ok: true, value: { ...SAID, until: 0 } }, NOW);
    expect(await storedHours()).toBe(0);
    expect(await read(AWAY, NOW)).toEqual({ is: 'none', reason: 'away' });
    expect(await readHour(workspace, null, OF, NOW)).toEqual({ is: 'none', reason: 'no-team' });
  });
});
