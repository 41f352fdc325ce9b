import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { resultsHub } from '../../../../src/results/hub/results-hub.ts';
import { GuardedTeam } from './figures/guarded-team.ts';

const FULL = new Error('the disk is full');
let team: GuardedTeam;
beforeEach(async () => {
  team = await GuardedTeam.of(2);
});
afterEach(() => team.team.close());

const results = () => team.hub.service(resultsHub);
it('a month that cannot be shown stays due, the others are shown, and its room is opened anew', async () => {
  const { rooms } = team.hub.services;
  const { projector } = results();
  const shown = async (month: string) =>
    Object.keys(await rooms.values(`results/${month}`, 'month')).length > 0;
  vi.spyOn(rooms, 'open').mockRejectedValueOnce(FULL);
  projector.showSoon(['2027-01', '2027-02']);
  await projector.settled();
  expect([await shown('2027-01'), await shown('2027-02')]).toEqual([false, true]);
  await projector.settled();
  expect(await shown('2027-01')).toBe(true);
});
