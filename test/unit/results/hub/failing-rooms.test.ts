import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linkHub } from '../../../../src/link/hub/link-hub.ts';
import { resultsHub } from '../../../../src/results/hub/results-hub.ts';
import { monthOf } from '../../../../src/workspace/room.ts';
import { aLink } from '../../../attack/link.ts';
import type { Device, Identity } from '../../../bench/device.ts';
import { TeamHub } from '../../hub/team.ts';

let team: TeamHub;
beforeEach(async () => {
  team = await TeamHub.withAdmin({ mode: 'open', few: 5 });
});
afterEach(() => team.close());

interface Member {
  readonly identity: Identity;
  readonly room: Device;
}

async function member(name: string): Promise<Member> {
  const { identity } = await team.join('member', name, { agreed: 'open', listed: true });
  const room = await team.open(identity, `member/${identity.joined.member}/${monthOf(team.now)}`);
  return { identity, room };
}

let made = 0;
async function does({ room }: Member, more: object = {}): Promise<void> {
  made += 1;
  const id = `event-${String(made).padStart(6, '0')}`;
  const of = {
    id,
    at: team.now,
    day: Math.floor(team.now / 86_400_000),
    type: 'opened',
    channel: 'x',
    site: 'x',
  };
  room.doc.getMap('events').set(id, { ...of, item: '', campaign: '', undone: 0, ...more });
  await team.answered(room);
}

/** What each member opened, as everybody sees it. */
async function opened(): Promise<Record<string, number>> {
  await team.hub.hub.settled();
  const people = await team.hub.hub.services.rooms.values(`results/${monthOf(team.now)}`, 'people');
  return Object.fromEntries(
    Object.entries(people).map(([id, sums]) => [id, (sums as { opened: number }).opened]),
  );
}

const id = ({ identity }: Member) => identity.joined.member;
const exec = (text: string) => sql.raw(text).execute(team.hub.hub.services.db);

describe('a room that cannot be added up', () => {
  it('of a moment that no date has, costs nobody else theirs', async () => {
    const [eve, bob] = [await member('Eve'), await member('Bob')];
    for (const at of [1e300, 9e15, -9e15, -1]) await does(eve, { at });
    await does(eve, { undone: 1e300 });
    await does(eve);
    await does(bob);
    expect(await opened()).toEqual({ [id(eve)]: 1, [id(bob)]: 1 });
  });

  it('costs nobody else theirs, whatever it fails for, and is added up once that is over', async () => {
    const [eve, bob] = [await member('Eve'), await member('Bob')];
    await exec(
      `create trigger full before insert on tally when new.member = '${id(eve)}' begin select raise(abort, 'full'); end`,
    );
    await does(eve);
    await does(bob);
    expect(await opened()).toEqual({ [id(bob)]: 1 });
    await exec('drop trigger full');
    team.hub.hub.service(resultsHub).projector.retrySoon();
    expect(await opened()).toEqual({ [id(eve)]: 1, [id(bob)]: 1 });
  });
});

describe('a link that cannot be registered', () => {
  it('is registered once that is over, without a restart and without another word of its owner', async () => {
    const eve = await member('Eve');
    const { links } = team.hub.hub.service(linkHub);
    const link = await aLink();
    await exec(`create trigger full before insert on link begin select raise(abort, 'full'); end`);
    eve.room.doc.getMap('links').set(link.id, link);
    await team.answered(eve.room);
    await team.hub.hub.settled();
    expect(links.get(link.id)).toBeUndefined();
    links.retry();
    await links.settled();
    expect(links.get(link.id)).toBeUndefined();
    await exec('drop trigger full');
    links.retry();
    await links.settled();
    expect(links.get(link.id)?.url).toBe(link.target);
  });
});
