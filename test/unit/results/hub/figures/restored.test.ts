import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { restore } from '../../../hub/store.ts';
import { GuardedTeam } from './guarded-team.ts';

let team: GuardedTeam | null = null;
afterEach(async () => {
  await team?.close();
  team = null;
});

/** Restores the newest backup into a folder of its own and goes on from there. */
async function restored(of: GuardedTeam): Promise<void> {
  const into = join(mkdtempSync(join(tmpdir(), 'restored-')), 'hub');
  const before = of.team.folder;
  onTestFinished(() => rmSync(before, { recursive: true, force: true }));
  const name = readdirSync(join(before, 'backups')).at(-1) ?? '';
  of.team.closeDevices();
  await of.team.stop();
  restore(join(before, 'backups', name), into);
  await of.restart(into);
}

describe('a guarded team that is restored', () => {
  it('shows what the backup shows, publishes no step twice, and nothing that was done before', async () => {
    team = await GuardedTeam.of(9, 3);
    const of = team;
    await of.allShare(0, 8);
    await of.turn();
    expect(await of.opened()).toBe(45);
    // Taken in before the backup and in no sum of it; published since, in a row that the backup does not know.
    await of.shares(of.one(0), 100);
    await of.team.ask('/api/backup', {}, await of.team.signedIn());
    await of.allShare(0, 8);
    await of.turn();
    expect(await of.opened()).toBe(45 + 100 + 45);
    await restored(of);
    expect(await of.opened()).toBe(45);
    await of.turn();
    await of.turn();
    expect(await of.opened()).toBe(45);
    // One alone is added: by the difference to what was seen before the restore their number would be known.
    await of.shares(of.one(3), 7);
    await of.turn();
    expect(await of.opened()).toBe(45);
    await of.allShare(0, 8);
    await of.turn();
    expect(await of.opened()).toBe(45 + 7 + 45);
  });
});

describe('a guarded team of which a row is damaged', () => {
  const damaged = async (of: GuardedTeam, table: 'figurestep' | 'figuremonth', change: object) => {
    await of.hub.services.db.updateTable(table).set(change).execute();
    await of.restart();
  };

  it('of a step goes on, and leaves out what was done until then', async () => {
    team = await GuardedTeam.of(9, 3);
    const of = team;
    await of.allShare(0, 8);
    await of.turn();
    await of.shares(of.one(2), 50);
    await of.turn();
    await damaged(of, 'figurestep', { packed: '{"drops":' });
    expect(await of.opened()).toBe(45);
    await of.shares(of.one(0), 3);
    await of.turn();
    await of.turn(60_000);
    await of.allShare(0, 8);
    await of.turn();
    const sum = await of.opened();
    // What stood in the damaged step is in no sum: it may have been seen with others, which nobody knows any more.
    expect(sum).toBe(45 + 45);
  });

  it('of a month starts, shows what was published, and publishes no more of that month', async () => {
    team = await GuardedTeam.of(9, 3);
    const of = team;
    await of.allShare(0, 8);
    await of.turn();
    await damaged(of, 'figuremonth', { settled: '{"named":' });
    expect(await of.opened()).toBe(45);
    await of.allShare(0, 8);
    await of.turn();
    expect(await of.opened()).toBe(45);
    await of.turnTo(Date.UTC(2026, 11, 1, 1));
    await of.allShare(0, 8);
    await of.turn();
    expect(await of.opened('2026-12')).toBe(45);
  });
});
