import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { finishRestore } from '../../../src/hub/backup/restore.ts';
import { tokenOf } from '../../bench/device.ts';
import { HASH, listed, made, PNG, sent } from './backups.ts';
import { mayMount, smallDisk } from './small-disk.ts';
import { restore } from './store.ts';
import { unpacked } from './stores/opened.ts';
import { TeamHub } from './team.ts';

let team: TeamHub;
let elsewhere: string;
beforeEach(async () => {
  elsewhere = mkdtempSync(join(tmpdir(), 'backup-'));
  team = await TeamHub.withAdmin();
});
afterEach(async () => {
  await team.close();
  rmSync(elsewhere, { recursive: true, force: true });
});

/** A backup that was carried away, and may be changed. */
async function carried(): Promise<string> {
  await sent(team);
  cpSync(await made(team), join(elsewhere, 'kept'), { recursive: true });
  return join(elsewhere, 'kept');
}

describe('a backup', () => {
  it('is whole, readable by the hub’s own user alone, and shares its media with the hub', async () => {
    await sent(team);
    const backup = await made(team);
    expect(listed(backup).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'backup.json 600',
      'hub.key 600',
      'hub.sqlite 600',
      `media 700`,
      `media/${HASH} 600`,
    ]);
    const modes = [backup, join(team.folder, 'backups')].map((path) => statSync(path).mode & 0o777);
    expect(modes).toEqual([0o700, 0o700]);
    expect(statSync(join(backup, 'media', HASH)).nlink).toBe(2);
    expect(statSync(join(team.folder, 'hub.sqlite')).mode & 0o777).toBe(0o600);
  });

  it('leaves nothing half of one that was cut off, and names two of one second apart', async () => {
    mkdirSync(join(team.folder, 'backups', '2026-01-01T00-00-00.half'), { recursive: true });
    const [first, second] = [await made(team), await made(team)];
    expect(second).not.toBe(first);
    expect(readdirSync(join(team.folder, 'backups')).filter((name) => name.includes('half'))).toEqual([]);
    mkdirSync(join(team.folder, 'backups', '2026-01-01T00-00-00.half'), { recursive: true });
    await team.stop();
    await team.start();
    expect(readdirSync(join(team.folder, 'backups'))).toHaveLength(2);
  });

  it('holds no medium that is erased, and names none that it has not', async () => {
    await sent(team);
    writeFileSync(join(team.folder, 'media', '0'.repeat(64)), 'nobody names it');
    const { db } = team.hub.hub.services;
    const gone = { hash: '1'.repeat(64), type: 'image/png', bytes: 3, member: 'x', at: 1 };
    await db.insertInto('medium').values(gone).execute();
    const backup = await made(team);
    expect(readdirSync(join(backup, 'media'))).toEqual([HASH]);
    await team.stop();
    restore(backup, join(elsewhere, 'new'));
  });

  it('whose disk is full is reported, and leaves nothing behind', async (context) => {
    const disk = smallDisk(3 << 20);
    if (!disk) return context.skip('nothing can be mounted here');
    onTestFinished(disk.remove);
    const on = new TeamHub();
    rmSync(on.folder, { recursive: true });
    on.folder = join(disk.folder, 'hub');
    const { admin, port } = await on.start();
    const { inviteIn, joinAs } = await import('../../bench/device.ts');
    const ann = await joinAs(port, inviteIn(admin ?? ''), 'Ann');
    const token = await tokenOf(port, ann);
    disk.fill(100 << 10);
    expect(await on.ask('/api/backup', {}, token)).toEqual({ refused: 'full' });
    expect(readdirSync(join(on.folder, 'backups'))).toEqual([]);
    disk.free();
    expect(await on.ask('/api/backup', {}, token)).toMatchObject({ backup: expect.any(String) });
    await on.stop();
  });
});

describe('a restore', () => {
  it('gives no number of a device twice, though one backup is restored twice', async () => {
    const backup = await carried();
    await team.stop();
    const numbers: number[] = [];
    const clock = vi.spyOn(Date, 'now');
    onTestFinished(() => clock.mockRestore());
    for (const [name, at] of [
      ['one', team.now],
      ['two', team.now + 50],
    ] as const) {
      clock.mockReturnValue(at);
      restore(backup, join(elsewhere, name));
      const database = new DatabaseSync(join(elsewhere, name, 'hub.sqlite'));
      const floor = database.prepare(`select value from meta where name = 'deviceFloor'`).get();
      numbers.push(Number(floor?.value));
      database.close();
    }
    expect((numbers[0] ?? 0) + 1).toBeLessThanOrEqual(numbers[1] ?? 0);
  });

  it('keeps the key by which devices know the hub, and has its media', async () => {
    const { key, id, epoch } = team.hub.hub.services;
    const backup = await carried();
    await team.stop();
    const into = join(elsewhere, 'new');
    restore(backup, into);
    const restored = new TeamHub();
    rmSync(restored.folder, { recursive: true });
    const { hub } = await restored.start(into);
    onTestFinished(() => restored.close());
    expect([hub.services.id, hub.services.key.shown, hub.services.epoch === epoch]).toEqual([
      id,
      key.shown,
      false,
    ]);
    expect(readFileSync(join(into, 'media', HASH)).equals(PNG)).toBe(true);
    expect(readdirSync(into)).not.toContain('restored');
  });

  it('that was killed once it was whole is finished at the next start, and one before that is no more', async () => {
    const backup = await carried();
    await team.stop();
    const into = join(elsewhere, 'new');
    restore(backup, into);
    // As it lay before it was put in place.
    mkdirSync(join(into, 'restored'));
    for (const name of ['hub.sqlite', 'hub.key', 'media'])
      cpSync(join(into, name), join(into, 'restored', name), { recursive: true });
    for (const name of ['hub.sqlite', 'hub.key', 'media']) rmSync(join(into, name), { recursive: true });
    writeFileSync(join(into, 'hub.sqlite-wal'), 'of another store');
    mkdirSync(join(into, 'restoring.half'));
    finishRestore(into);
    expect(readdirSync(into).toSorted()).toEqual(['hub.key', 'hub.sqlite', 'media']);
    expect(readdirSync(join(into, 'media'))).toEqual([HASH]);
  });

  it('of a backup that an earlier hub made holds too', async () => {
    const old = join(elsewhere, 'old');
    mkdirSync(old);
    const facts = unpacked('2488740', old);
    rmSync(join(old, 'facts.json'));
    mkdirSync(join(old, 'media', 'half'));
    restore(old, join(elsewhere, 'new'));
    const restored = new TeamHub();
    rmSync(restored.folder, { recursive: true });
    const { hub } = await restored.start(join(elsewhere, 'new'));
    onTestFinished(() => restored.close());
    expect(hub.services.id).toBe(facts.hub);
    expect(readdirSync(join(elsewhere, 'new', 'media'))).toContain(facts.medium);
  });

  it('on a small disk is refused in words, and leaves nothing', async (context) => {
    const disk = smallDisk(2 << 20);
    if (!disk) return context.skip('nothing can be mounted here');
    onTestFinished(disk.remove);
    const backup = await carried();
    disk.fill(150 << 10);
    expect(() => restore(backup, join(disk.folder, 'new'))).toThrow(/takes 1 MB/);
    expect(readdirSync(disk.folder)).toEqual(['ballast']);
    disk.free();
    restore(backup, join(disk.folder, 'new'));
    expect(readdirSync(join(disk.folder, 'new')).toSorted()).toEqual(['hub.key', 'hub.sqlite', 'media']);
  });
});

describe('a list that no restore takes back', () => {
  it('with a torn last line stops no start, and the next line is whole', async () => {
    const bob = await team.join('member', 'Bob');
    const { backup } = (await team.ask('/api/backup', {})) as { backup: string };
    for (const list of ['removed.jsonl', 'erased.jsonl'])
      appendFileSync(join(team.folder, list), '{"member":"torn", "a');
    await team.stop();
    await team.start();
    team.admin = team.admin && { ...team.admin, token: await team.signedIn() };
    await team.ask('/api/do', { do: 'member.remove', member: bob.identity.joined.member });
    await team.stop();
    for (const file of readdirSync(team.folder).filter((name) => /^(hub|lock)\.sqlite/.test(name)))
      rmSync(join(team.folder, file));
    restore(join(team.folder, 'backups', backup), team.folder);
    const { hub } = await team.start();
    expect(hub.services.people.whoOf(bob.identity.joined.device)).toBeNull();
  });

  it('that lost a removal to a kill has it again at the next start', async () => {
    const bob = await team.join('member', 'Bob');
    await team.ask('/api/do', { do: 'member.remove', member: bob.identity.joined.member });
    rmSync(join(team.folder, 'removed.jsonl'));
    await team.stop();
    await team.start();
    expect(readFileSync(join(team.folder, 'removed.jsonl'), 'utf8')).toContain(bob.identity.joined.member);
  });

  it.skipIf(process.getuid?.() === 0)('that cannot be written ends no command', async () => {
    const bob = await team.join('member', 'Bob');
    chmodSync(join(team.folder, 'removed.jsonl'), 0o400);
    expect(await team.ask('/api/do', { do: 'member.remove', member: bob.identity.joined.member })).toEqual({
      done: true,
    });
  });
});

it.skipIf(mayMount())('skipped: disks that are full, since nothing can be mounted here', () => undefined);
