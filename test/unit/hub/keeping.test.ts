import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isSigned } from '../../../src/hub/people/keys.ts';
import { startHub } from '../../../src/hub/start.ts';
import { HUB_CAPABILITIES } from '../../../src/hub-sides.ts';
import { type Removal, removalWords } from '../../../src/team/hub-api.ts';
import { monthOf } from '../../../src/workspace/room.ts';
import { type Identity, tokenOf } from '../../bench/device.ts';
import { eventually } from '../eventually.ts';
import { restore } from './store.ts';
import { TeamHub } from './team.ts';

let team: TeamHub;
beforeEach(async () => {
  team = await TeamHub.withAdmin();
});
afterEach(() => team.close());

const LIBRARY = () => `library/${monthOf(team.now)}`;
const opened: TeamHub['open'] = (...asked) => team.open(...asked);
const answered: TeamHub['answered'] = (device) => team.answered(device);

describe('erasing', () => {
  it('reaches rooms, log, versions and snapshots, leaves others’ work, and survives a restore', async () => {
    const bob = await team.join('member', 'Planted-name');
    const cleo = await team.join('member', 'Cleo');
    const [his, hers] = [await opened(bob.identity, LIBRARY()), await opened(cleo.identity, LIBRARY())];
    his.doc.getMap('items').set('his', { at: 1, words: 'planted-words' });
    hers.doc.getMap('items').set('hers', { at: 1, words: 'hers-words' });
    await Promise.all([answered(his), answered(hers)]);
    await eventually(() => expect(his.doc.getMap('items').has('hers')).toBe(true));
    his.doc.getMap('items').set('hers', { at: 2, words: 'planted-edit' });
    await answered(his);
    const own = await opened(bob.identity, `member/${bob.identity.joined.member}/${monthOf(team.now)}`);
    own.doc.getMap('events').set('p-planted-event', { id: 'p-planted-event' });
    await answered(own);
    const backup = (await team.ask('/api/backup', {})) as { backup: string };
    team.closeDevices();
    expect(await team.ask('/api/do', { do: 'erase', member: bob.identity.joined.member })).toEqual({
      done: true,
    });
    const left = await opened(cleo.identity, LIBRARY());
    expect(left.doc.getMap('items').toJSON()).toEqual({ hers: { at: 1, words: 'hers-words' } });
    team.closeDevices();
    await team.stop();
    const kept = join(team.folder, 'backups', backup.backup);
    const elsewhere = mkdtempSync(join(tmpdir(), 'backup-'));
    const { cpSync } = await import('node:fs');
    cpSync(kept, elsewhere, { recursive: true });
    rmSync(join(team.folder, 'backups'), { recursive: true });
    for (const words of ['planted-words', 'planted-edit', 'p-planted-event', 'Planted-name'])
      expect(team.holds(words), words).toBe(false);

    for (const file of ['hub.sqlite', 'hub.sqlite-wal', 'hub.sqlite-shm', 'lock.sqlite', 'hub.key'])
      rmSync(join(team.folder, file), { force: true });
    restore(elsewhere, team.folder);
    rmSync(elsewhere, { recursive: true });
    await team.start();
    await team.stop();
    for (const words of ['planted-words', 'planted-edit', 'p-planted-event', 'Planted-name'])
      expect(team.holds(words), words).toBe(false);
  });
});

describe('a restore', () => {
  it('has a new epoch, keeps what was removed removed, and gives no device’s number again', async () => {
    const bob = await team.join('member', 'Bob');
    const before = team.hub.hub.services.epoch;
    const { backup } = (await team.ask('/api/backup', {})) as { backup: string };
    const late = await team.join('member', 'Late');
    await team.ask('/api/do', { do: 'member.remove', member: bob.identity.joined.member });
    await team.stop();
    for (const file of ['hub.sqlite', 'hub.sqlite-wal', 'hub.sqlite-shm', 'hub.key'])
      rmSync(join(team.folder, file), { force: true });
    restore(join(team.folder, 'backups', backup), team.folder);
    const { hub } = await team.start();
    expect(hub.services.epoch).not.toBe(before);
    expect(hub.services.people.whoOf(bob.identity.joined.device)).toBeNull();
    team.admin = team.admin && { ...team.admin, token: await tokenOf(team.hub.port, team.admin.identity) };
    const next = await team.join('member', 'Next');
    expect(next.identity.joined.device).toBeGreaterThan(late.identity.joined.device);
  });

  it('is refused over a hub, and without a backup', () => {
    expect(() => restore('/nowhere', team.folder)).toThrow('There is no backup');
    expect(() => restore(team.folder, team.folder)).toThrow('holds a hub already');
  });
});

describe('a removal', () => {
  it('is signed, closes the rooms at once, and a changed role holds at once', async () => {
    const bob = await team.join('member', 'Bob');
    const his = await opened(bob.identity, LIBRARY());
    his.doc.getMap('items').set('a', 1);
    await answered(his);
    const closed = vi.fn();
    his.provider.on('close', ({ event }: { event: { reason: string } }) => closed(event.reason));
    const { member, device, hub, hubKey } = bob.identity.joined;
    await team.ask('/api/do', { do: 'member.role', member, role: 'viewer' });
    his.doc.getMap('items').set('b', 1);
    await eventually(() => expect(closed).toHaveBeenCalledWith('reader'));
    expect(
      team.hub.hub.services.rooms.server.documents.get(LIBRARY())?.getMap('items').toJSON() ?? { a: 1 },
    ).toEqual({
      a: 1,
    });
    await team.ask('/api/do', { do: 'member.remove', member });
    const said = await tokenAnswer(bob.identity);
    expect(said.refused).toBe('session');
    expect(said.removal).toMatchObject({ hub, device });
    expect(isSigned(removalWords(said.removal), said.removal.signature, hubKey)).toBe(true);
    expect(isSigned(removalWords({ ...said.removal, device: 99 }), said.removal.signature, hubKey)).toBe(
      false,
    );
  });

  async function tokenAnswer({ joined, key }: Identity): Promise<{ refused: string; removal: Removal }> {
    const { sign } = await import('node:crypto');
    const { sessionWords } = await import('../../../src/team/hub-api.ts');
    const { nonce } = (await team.ask('/api/session/challenge', { device: joined.device }, '')) as {
      nonce: string;
    };
    const words = Buffer.from(sessionWords(joined.hub, joined.device, nonce));
    const signature = sign('sha256', words, { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
    return (await team.ask('/api/session', { device: joined.device, nonce, signature }, '')) as never;
  }
});

describe('a second hub on the same folder', () => {
  it('says so and stops', async () => {
    const { settings } = team.hub.hub.services;
    await expect(startHub(settings, () => undefined, { capabilities: HUB_CAPABILITIES })).rejects.toThrow(
      'Another hub is running',
    );
  });
});

describe('media', () => {
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(3000, 7)]);
  const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  const put = async (hash: string, bytes: Buffer, from: number, all: number, token = team.token) => {
    const answer = await fetch(`http://127.0.0.1:${team.hub.port}/media/${hash}`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${token}`,
        'content-range': `bytes ${from}-${from + bytes.byteLength - 1}/${all}`,
      },
      body: new Uint8Array(bytes),
    });
    return answer.json();
  };
  const get = (hash: string, token = team.token) =>
    fetch(`http://127.0.0.1:${team.hub.port}/media/${hash}`, {
      headers: { authorization: `Bearer ${token}` },
    });

  it('come in parts, go on where they were cut, and are read by members alone', async () => {
    const hash = hashOf(png);
    expect(await put(hash, png.subarray(0, 1000), 0, png.byteLength)).toEqual({ bytes: 1000, whole: false });
    expect(await put(hash, png.subarray(500, 900), 500, png.byteLength)).toEqual({
      bytes: 1000,
      whole: false,
    });
    expect(await put(hash, png.subarray(1000), 1000, png.byteLength)).toEqual({ bytes: 3008, whole: true });
    const answer = await get(hash);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(Buffer.from(await answer.arrayBuffer()).equals(png)).toBe(true);
    expect((await get(hash, 'x'.repeat(43))).status).toBe(401);
  });

  it('half sent by another stand in nobody’s way', async () => {
    const hash = hashOf(png);
    const eve = await team.join('member', 'Eve');
    const wrong = Buffer.concat([png.subarray(0, 8), Buffer.alloc(992, 1)]);
    expect(await put(hash, wrong, 0, png.byteLength, eve.token)).toEqual({ bytes: 1000, whole: false });
    expect(await put(hash, png.subarray(0, 2000), 0, png.byteLength)).toEqual({ bytes: 2000, whole: false });
    expect(await put(hash, png.subarray(2000), 2000, png.byteLength)).toEqual({ bytes: 3008, whole: true });
    expect(await put(hash, wrong.subarray(8), 1000, png.byteLength, eve.token)).toEqual({
      bytes: 3008,
      whole: true,
    });
  });

  it('of who is erased go, but not what a colleague’s item shows too', async () => {
    const [bob, cleo] = [await team.join('member', 'Bob'), await team.join('member', 'Cleo')];
    const other = Buffer.concat([png, Buffer.alloc(10, 3)]);
    const [shared, own] = [hashOf(png), hashOf(other)];
    await put(shared, png, 0, png.byteLength, bob.token);
    await put(own, other, 0, other.byteLength, bob.token);
    const [his, hers] = [await opened(bob.identity, LIBRARY()), await opened(cleo.identity, LIBRARY())];
    his.doc.getMap('items').set('his', { at: 1, media: [{ hash: shared }, { hash: own }] });
    hers.doc.getMap('items').set('hers', { at: 1, media: [{ hash: shared }] });
    await Promise.all([answered(his), answered(hers)]);
    await team.ask('/api/do', { do: 'erase', member: bob.identity.joined.member });
    expect((await get(own)).status).toBe(404);
    expect((await get(shared)).status).toBe(200);
    await team.ask('/api/do', { do: 'erase', member: cleo.identity.joined.member });
    expect((await get(shared)).status).toBe(404);
  });

  it('half sent are no more than eight of a member, and go after a week', async () => {
    const halves = () => readdirSync(join(team.folder, 'media', 'half')).map((name) => name.slice(0, 64));
    const begin = async (n: number, token = team.token) => {
      const hash = String(n).padStart(64, '0');
      expect(await put(hash, png.subarray(0, 100), 0, png.byteLength, token)).toMatchObject({ bytes: 100 });
      return hash;
    };
    const begun: string[] = [];
    for (let n = 0; n < 10; n++) {
      team.now += 1000;
      begun.push(await begin(n));
    }
    expect(halves().toSorted()).toEqual(begun.slice(2));
    const bob = await team.join('member', 'Bob');
    team.now += 8 * 86_400_000;
    expect(halves()).toHaveLength(8);
    const last = await begin(11, await tokenOf(team.hub.port, bob.identity));
    expect(halves()).toEqual([last]);
  });

  it('are what their bytes say, under the hash of their bytes, and no path', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
    const html = Buffer.from('<!doctype html><script>1</script>');
    for (const lie of [svg, html])
      expect(await put(hashOf(lie), lie, 0, lie.byteLength)).toEqual({ refused: 'media-type' });
    expect(await put('0'.repeat(64), png, 0, png.byteLength)).toEqual({ refused: 'media-hash' });
    expect(await put('..%2F..%2Fhub.key', png, 0, png.byteLength)).toEqual({ refused: 'form' });
    expect(await put(hashOf(png), png, 0, 65 << 20)).toEqual({ refused: 'media-size' });
    expect((await get('..%2Fhub.key')).status).toBe(404);
    const viewer = await team.join('viewer', 'Vi');
    expect(await put(hashOf(png), png, 0, png.byteLength, viewer.token)).toEqual({ refused: 'role' });
  });
});
