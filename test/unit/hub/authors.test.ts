import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { authorsOf, ownersOf } from '../../../src/team/authors.ts';
import { AdminView } from '../../../src/team/hub-api.ts';
import { TeamMember } from '../../../src/team/team-items.ts';
import { monthOf } from '../../../src/workspace/room.ts';
import { devicesOf } from '../../../src/workspace/rooms/item-devices.ts';
import { TeamHub } from './team.ts';

let team: TeamHub;
beforeEach(async () => {
  team = await TeamHub.withAdmin();
});
afterEach(() => team.close());

const identity = () => {
  if (!team.admin) throw new Error('there is no admin');
  return team.admin.identity;
};
const library = () => `library/${monthOf(team.now)}`;

/** Who wrote an item, as a device of the admin's is shown it. */
async function shown(key: string) {
  const [items, people] = [await team.open(identity(), library()), await team.open(identity(), 'team')];
  const members = [...people.doc.getMap('members').values()].map((one) => TeamMember.parse(one));
  return authorsOf(devicesOf(items.doc.getMap('items'), key), ownersOf(members, identity().joined));
}

describe('the author of an item', () => {
  it('is of record on every device, in history and in the export, whatever the item says', async () => {
    const bob = await team.join('member', 'Bob');
    const [ann, bobs] = [identity().joined.member, bob.identity.joined.member];
    const theirs = await team.open(bob.identity, library());
    theirs.doc.getMap('items').set('k1', { title: 'Mine', by: ann });
    await team.answered(theirs);
    expect(await shown('k1')).toEqual({ first: bobs, last: bobs });
    const mine = await team.open(identity(), library());
    mine.doc.getMap('items').set('k1', { title: 'Ours', by: bobs });
    await team.answered(mine);
    expect(await shown('k1')).toEqual({ first: bobs, last: ann });
    const past = await team.ask('/api/history', { room: library(), root: 'items', key: 'k1' });
    expect(past).toMatchObject({ versions: [{ member: ann }, { member: bobs }] });
    expect(await team.ask('/api/export', {})).toMatchObject({
      rooms: { [library()]: { items: { k1: { title: 'Ours' } } } },
      authors: { [library()]: { items: { k1: { first: bobs, last: ann } } } },
    });
    expect(JSON.stringify(await team.ask('/api/export', {}))).not.toContain('"by"');
    const { audit, invites } = AdminView.parse(await team.ask('/api/admin', {}));
    expect(audit.filter(({ what }) => what === 'export')).toMatchObject(Array(2).fill({ member: ann }));
    expect(invites.map(({ by }) => by).sort()).toEqual(['', ann].sort());
  });

  it('stays whoever wrote it, where the hub takes out what an erased person changed', async () => {
    const eve = await team.join('member', 'Eve');
    const mine = await team.open(identity(), library());
    mine.doc.getMap('items').set('k1', { title: 'Mine' });
    await team.answered(mine);
    const theirs = await team.open(eve.identity, library());
    theirs.doc.getMap('items').set('k1', { title: 'Bent' });
    await team.answered(theirs);
    const { member } = eve.identity.joined;
    expect(await team.ask('/api/do', { do: 'erase', member })).toEqual({ done: true });
    const ann = identity().joined.member;
    expect(await shown('k1')).toEqual({ first: ann, last: ann });
  });
});
