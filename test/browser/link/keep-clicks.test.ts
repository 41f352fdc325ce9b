import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClicksResponse } from '../../../src/link/hub-api.ts';
import { keepClicks } from '../../../src/link/watch-clicks.ts';
import { keepMembership } from '../../../src/team/membership.ts';
import type { Team } from '../../../src/team/team.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { ownWorkspace, until } from '../stage.tsx';
import { MEMBER } from '../team/member.ts';

const NEWS: ClicksResponse = {
  epoch: 'e',
  since: 1,
  changed: 1,
  more: false,
  rules: 1,
  days: [],
  links: [],
  rank: null,
};
let workspace: Workspace;
let stop: AbortController;
beforeEach(async () => {
  workspace = ownWorkspace();
  stop = new AbortController();
  await keepMembership(workspace, MEMBER);
});
afterEach(async () => {
  stop.abort();
  vi.useRealTimers();
  await workspace.diary.delete();
});

describe('what came of one’s links', () => {
  it('is fetched when the team’s results change, of the month that has begun meanwhile too', async () => {
    vi.useFakeTimers({
      toFake: ['Date', 'setInterval', 'clearInterval'],
      now: Date.UTC(2026, 10, 30, 23, 30),
    });
    const watched = new Map<string, () => void>();
    const ask = vi.fn(async () => ({ ok: true, value: NEWS }));
    const rooms = {
      room: () => ({ items: () => new Map() }),
      watch: (room: string, _: string, told: () => void) => watched.set(room, told),
    };
    keepClicks(workspace, { member: MEMBER, ask, rooms } as unknown as Team, stop.signal);
    await until(() => expect([...watched.keys()]).toEqual(['results/2026-11']));
    vi.advanceTimersByTime(3_600_000);
    expect([...watched.keys()]).toEqual(['results/2026-11', 'results/2026-12']);
    const before = ask.mock.calls.length;
    watched.get('results/2026-12')?.();
    await until(() => expect(ask.mock.calls.length).toBeGreaterThan(before));
  });
});
