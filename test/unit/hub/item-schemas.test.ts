import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HUB_CAPABILITIES } from '../../../src/hub-sides.ts';
import { monthOf } from '../../../src/workspace/room.ts';
import { aLink } from '../../attack/link.ts';
import { anItem } from '../../bench/an-item.ts';
import type { Device, Identity } from '../../bench/device.ts';
import { eventually } from '../eventually.ts';
import { TeamHub } from './team.ts';

let team: TeamHub;
beforeEach(async () => {
  team = await TeamHub.withAdmin(undefined, {}, { capabilities: HUB_CAPABILITIES });
});
afterEach(() => team.close());

const HASH = 'a'.repeat(64);
const VALID = {
  items: anItem('k1', 1, 'Tea'),
  posts: {
    ...{ id: 'k1', at: 1, url: 'https://x.example/1', author: { name: 'A', handle: '@a' }, text: 'Tea' },
    ...{ site: 'x', time: null, thumbnail: '', trashed: 0 },
  },
  comments: { id: 'k1', about: 'i1', at: 1, text: 'Nice', trashed: 0 },
  decisions: { id: 'k1', about: 'i1', hash: HASH, verdict: 'approved', at: 1, note: '' },
  events: {
    ...{ id: 'event-of-tests', at: 1, day: 1, type: 'opened', channel: 'x', site: 'x' },
    ...{ item: '', campaign: '', undone: 0 },
  },
};
type Root = keyof typeof VALID;

const PLACES: readonly (readonly [Root, string])[] = [
  ['items', 'library/2026-11'],
  ['posts', 'library/2026-11'],
  ['comments', 'library/2026-11'],
  ['decisions', 'board'],
  ['events', 'member'],
];

async function room(kind: string): Promise<{ identity: Identity; device: Device; name: string }> {
  const { identity } = await team.join('manager', 'Mia');
  const name = kind === 'member' ? `member/${identity.joined.member}/${monthOf(team.now)}` : kind;
  return { identity, device: await team.open(identity, name), name };
}

const logged = async (name: string) =>
  team.hub.hub.services.db.selectFrom('version').select(['root', 'key']).where('room', '=', name).execute();

/** Why a room was closed for a device. */
function closing({ provider }: Device): Promise<string> {
  return new Promise((resolve) =>
    provider.on('close', ({ event }: { event: { reason: string } }) => resolve(event.reason)),
  );
}

describe.each(PLACES)('an item of %s in %s', (root, kind) => {
  it('is admitted as its owner’s schema has it, with fields of other versions too', async () => {
    const { device, name } = await room(kind);
    device.doc.getMap(root).set('k1', { ...VALID[root], by: 'of an older version' });
    await team.answered(device);
    expect(await logged(name)).toEqual([{ root, key: 'k1' }]);
  });

  it.each([
    ['without a field', (valid: object) => ({ ...valid, at: undefined })],
    ['of another type', () => 'text'],
    ['with a field of another type', (valid: object) => ({ ...valid, at: 'now' })],
    ['as a list', (valid: object) => [valid]],
  ])('is not logged %s, and the reason says so', async (_, bent) => {
    const { device, name } = await room(kind);
    const reason = closing(device);
    device.doc.getMap(root).set('k1', JSON.parse(JSON.stringify(bent(VALID[root]))));
    expect(await reason).toBe('schema');
    expect(await logged(name)).toEqual([]);
  });
});

describe('the schema of a root', () => {
  it('refuses a link that is none, and takes one', async () => {
    const { device, name } = await room('member');
    const link = await aLink();
    device.doc.getMap('links').set(link.id, link);
    await team.answered(device);
    const reason = closing(device);
    device.doc.getMap('links').set('bent', { ...link, target: 7 });
    expect(await reason).toBe('schema');
    expect(await logged(name)).toEqual([{ root: 'links', key: link.id }]);
  });

  it('is not consulted for a root that nobody declares', async () => {
    const { device, name } = await room('library/2026-11');
    const reason = closing(device);
    device.doc.getMap('announcements').set('k1', { at: 1 });
    expect(await reason).toBe('root');
    expect(await logged(name)).toEqual([]);
  });

  it('leaves what older hubs admitted readable, and lets it be deleted and mended', async () => {
    const name = 'library/2026-11';
    await team.stop();
    await team.start(team.folder);
    const token = await team.signedIn();
    team.admin = team.admin && { ...team.admin, token };
    const [ann, bob] = [await team.join('member', 'Mia'), await team.join('member', 'Bob')];
    const older = await team.open(ann.identity, name);
    older.doc.getMap('items').set('old', { title: 'Of an older version' });
    older.doc.getMap('items').set('gone', 7);
    await team.answered(older);
    team.closeDevices();
    await team.stop();
    await team.start(team.folder, { capabilities: HUB_CAPABILITIES });
    const now = await team.open(bob.identity, name);
    expect(now.doc.getMap('items').toJSON()).toEqual({ old: { title: 'Of an older version' }, gone: 7 });
    now.doc.getMap('items').delete('gone');
    now.doc.getMap('items').set('old', anItem('old', 1, 'mended'));
    await team.answered(now);
    await eventually(async () =>
      expect((await team.hub.hub.services.rooms.values(name, 'items')).gone).toBeUndefined(),
    );
  });
});
