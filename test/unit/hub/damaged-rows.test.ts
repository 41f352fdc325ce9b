import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TeamRoom } from '../../../src/hub/rooms/team-room.ts';
import { linkTeamRule } from '../../../src/link/hub/link-team-rule.ts';
import { USUAL_RULES } from '../../../src/link/link-rules.ts';
import { monthOf } from '../../../src/workspace/room.ts';
import type { Device } from '../../bench/device.ts';
import { eventually } from '../eventually.ts';
import { openStore } from './store.ts';
import { TeamHub } from './team.ts';

let team: TeamHub;
beforeEach(async () => {
  team = await TeamHub.withAdmin();
});
afterEach(() => team.close());

const library = () => `library/${monthOf(team.now)}`;

describe('a damaged row of the team', () => {
  it.each(['team', 'links', 'relations'])('stops no start of the hub (%s)', async (name) => {
    await team.stop();
    const store = await openStore(team.folder);
    await store.db
      .insertInto('meta')
      .values({ name, value: '{"allow":[' })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: '{"allow":[' }))
      .execute();
    await store.close();
    await team.start();
    expect(team.hub.hub.services.team.rule(linkTeamRule)).toEqual(USUAL_RULES);
    expect(await team.ask('/api/devices', {}, await team.signedIn())).toMatchObject({
      mine: expect.any(Number),
    });
  });

  it('is logged, as is one of another form, and where there is none nothing is', async () => {
    const { db } = team.hub.hub.services;
    const logged: unknown[] = [];
    const open = () =>
      TeamRoom.open({
        ...{ db, rules: [linkTeamRule], room: null as never, people: null as never },
        log: (...line) => void logged.push(line),
      });
    await db.deleteFrom('meta').where('name', 'in', ['team', 'links']).execute();
    await open();
    expect(logged).toEqual([]);
    for (const value of ['{', '{"allow":1}']) {
      await db.insertInto('meta').values({ name: 'links', value }).execute();
      expect((await open()).rule(linkTeamRule)).toEqual(USUAL_RULES);
      expect(logged.splice(0)).toEqual([['meta-row-unreadable', { name: 'links' }]]);
      await db.deleteFrom('meta').where('name', '=', 'links').execute();
    }
  });
});

describe('a damaged version of an item', () => {
  /** Bob's item, which Cy changed last; the version of a value is damaged then. */
  const changed = async (damaged: string) => {
    const [bob, cy] = [await team.join('member', 'Bob'), await team.join('member', 'Cy')];
    const his = await team.open(bob.identity, library());
    const hers = await team.open(cy.identity, library());
    const change = async (room: Device, value: string) => {
      room.doc.getMap('items').set('a', value);
      await team.answered(room);
    };
    await change(his, 'one');
    await change(his, 'two');
    await eventually(() => expect(hers.doc.getMap('items').get('a')).toBe('two'));
    await change(hers, 'three');
    team.closeDevices();
    const { db } = team.hub.hub.services;
    const text = JSON.stringify(damaged);
    await db.updateTable('version').set({ value: '{"' }).where('value', '=', text).execute();
    return cy;
  };

  it('is left out of its history', async () => {
    await changed('two');
    const history = await team.ask('/api/history', { room: library(), root: 'items', key: 'a' });
    const { versions } = history as { versions: { value: unknown }[] };
    expect(versions.map(({ value }) => value)).toEqual(['three', 'one']);
  });

  it('stops no erasure, behind which the last readable value of somebody else stands', async () => {
    const { member } = (await changed('two')).identity.joined;
    expect(await team.ask('/api/do', { do: 'erase', member })).toEqual({ done: true });
    const admin = team.admin?.identity;
    if (!admin) throw new Error('there is no admin');
    const room = await team.open(admin, library());
    expect(room.doc.getMap('items').toJSON()).toEqual({ a: 'one' });
  });
});
