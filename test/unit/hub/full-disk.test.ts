import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { errorName, originOf } from '../../../src/hub/log-line.ts';
import { writeAtomically } from '../../../src/hub/store/write-atomically.ts';
import { inviteIn, joinAs } from '../../bench/device.ts';
import { Follows } from '../link/hub/follows.ts';
import { aLink, declare, get, ownRoom } from '../link/hub/link-hub.ts';
import { smallDisk } from './small-disk.ts';
import { TeamHub } from './team.ts';

const at = new Follows();
const ready = async (team: TeamHub) => (await get(team, '/readyz')).status;

describe('a day’s salt', () => {
  it('that cannot be turned answers 503 and not ready, and the hub goes on', async () => {
    const { link } = await at.bobs();
    // Where today's salt should stand, something else does.
    at.team.now += 86_400_000;
    const file = join(at.team.folder, `salt-${Math.floor(at.team.now / 86_400_000)}`);
    mkdirSync(file);
    expect((await at.get(`/${link.id}`)).status).toBe(503);
    expect([await ready(at.team), (await get(at.team, '/healthz')).status]).toEqual([503, 200]);
    at.team.admin = at.team.admin && { ...at.team.admin, token: await at.team.signedIn() };
    expect(await at.team.ask('/api/devices', {})).toMatchObject({ mine: expect.any(Number) });
    rmSync(file, { recursive: true });
    expect((await at.get(`/${link.id}`)).status).toBe(302);
    expect(await ready(at.team)).toBe(200);
  });

  it('that was torn is made anew: nothing is distinguished by half a salt', async () => {
    const { link } = await at.bobs();
    at.team.now += 86_400_000;
    const file = join(at.team.folder, `salt-${Math.floor(at.team.now / 86_400_000)}`);
    writeFileSync(file, 'abc');
    expect((await at.get(`/${link.id}`)).status).toBe(302);
    expect(readFileSync(file, 'utf8')).toMatch(/^[0-9a-f]{64}$/);
  });
});

it('a full disk: no link leads uncounted, readiness says so, and with room again all goes on', async (context) => {
  const disk = smallDisk(16 << 20);
  if (!disk) return context.skip('nothing can be mounted here');
  const team = new TeamHub();
  onTestFinished(async () => {
    team.closeDevices();
    await team.stop();
    disk.remove();
  });
  rmSync(team.folder, { recursive: true });
  const { admin, port } = await team.start(join(disk.folder, 'hub'));
  const ann = await joinAs(port, inviteIn(admin ?? ''), 'Ann');
  const link = await aLink();
  await declare(team, await ownRoom(team, ann), link);
  disk.fill();
  let status = 302;
  let led = 0;
  for (let n = 0; n < 2000 && status === 302; n += 1) {
    status = (await get(team, `/${link.id}`, { referer: `https://${'r'.repeat(200)}.example/` })).status;
    if (status === 302) led += 1;
  }
  expect([status, await ready(team)]).toEqual([503, 503]);
  disk.free();
  expect(await ready(team)).toBe(200);
  expect((await get(team, `/${link.id}`)).status).toBe(302);
  const { db } = team.hub.hub.services;
  const rows = await db.selectFrom('clicks').select('packed').execute();
  expect(rows.flatMap(({ packed }) => JSON.parse(packed) as unknown[])).toHaveLength(led + 1);
});

describe('a file of the hub’s own', () => {
  it('is whole or not there', () => {
    const file = join(at.team.folder, 'small');
    writeAtomically(file, 'one');
    writeAtomically(file, 'two');
    expect(readFileSync(file, 'utf8')).toBe('two');
    expect(() => writeAtomically(join(at.team.folder, 'nowhere', 'small'), 'x')).toThrow('ENOENT');
    mkdirSync(join(at.team.folder, 'taken'));
    expect(() => writeAtomically(join(at.team.folder, 'taken'), 'x')).toThrow();
    expect(readdirSync(at.team.folder).filter((name) => name.endsWith('.half'))).toEqual([]);
    chmodSync(file, 0o600);
  });
});

it('what went wrong is logged by its name and its place, and none of its words', () => {
  const error = new TypeError('words of a person');
  expect([errorName(error), originOf(error)]).toEqual([
    'TypeError',
    expect.stringMatching(/^full-disk\.test\.ts:\d+$/),
  ]);
  expect(originOf('words')).toBe('unknown');
});
