import type { Attack } from './attack.ts';
import { DAY, GuardedTeamUnderAttack, HOUR, numbers, shows, VICTIMS, workedOut } from './guarded-team.ts';
import { follow } from './visitor.ts';

/** Who is attacked in each: the member of this number. */
const VICTIM = 4;
const area = 'figures';
const team = GuardedTeamUnderAttack.of;

/** Nine members of whom one does what nobody else does; what is shown in the week, at its end and at the month's. */
const alone =
  (more: object): Attack['run'] =>
  async (at) => {
    const of = await team(at, 9);
    await of.all(0, 8);
    await of.does(VICTIM, VICTIMS, more);
    await of.turn();
    await of.turn(DAY);
    await of.turn(7 * DAY);
    return workedOut(of.past, VICTIMS, { own: [0, 1] });
  };

const placed = async (of: GuardedTeamUnderAttack, n: number, group: string, region = '') =>
  of.hub.must({ do: 'member.place', member: of.id(n), group, region }, await of.admin());

/** Attacks on what sums tell of one who is in them. */
export const sumAttacks: readonly Attack[] = [
  { area, name: 'read the row of the only one in a channel', run: alone({ channel: 'note' }) },
  { area, name: 'read the row of the only one in a campaign', run: alone({ campaign: 'autumn' }) },
  { area, name: 'read the row of the only one with a material', run: alone({ item: 'item-0001' }) },
  { area, name: 'read the row of the only one on a site', run: alone({ site: 'rare.example' }) },
  {
    area,
    name: 'read the row of the only one in a channel of a campaign',
    run: alone({ campaign: 'autumn', channel: 'note', item: 'item-0001' }),
  },
  {
    area,
    name: 'take a campaign by channel from the campaign',
    run: async (at) => {
      const of = await team(at, 9);
      await of.all(0, 8, { campaign: 'autumn' });
      await of.does(VICTIM, VICTIMS, { campaign: 'autumn', channel: 'line' });
      await of.turn();
      await of.turn(7 * DAY);
      return workedOut(of.past, VICTIMS, { own: [0, 1] });
    },
  },
  {
    area,
    name: 'read a day on which one alone did something',
    run: async (at) => {
      const of = await team(at, 9);
      await of.all(0, 8);
      await of.turn();
      await of.turn(DAY);
      await of.does(VICTIM, VICTIMS);
      await of.turn();
      await of.turn(DAY);
      return workedOut(of.past, VICTIMS, { own: [0, 1] });
    },
  },
  {
    area,
    name: 'take one hour from the next, in which one alone did something',
    run: async (at) => {
      const of = await team(at, 9);
      await of.all(0, 8);
      await of.turn();
      await of.does(VICTIM, VICTIMS);
      await of.turn();
      await of.turn();
      return workedOut(of.past, VICTIMS, { own: [0, 1] });
    },
  },
  {
    area,
    name: 'take one hour from the next, in which one did something of days before',
    run: async (at) => {
      const of = await team(at, 9);
      await of.all(0, 8);
      await of.turn(2 * DAY);
      const day = Math.floor((await of.hub.now()) / DAY) - 1;
      await of.does(VICTIM, VICTIMS, { day, at: day * DAY + HOUR });
      await of.turn();
      await of.turn(DAY);
      return workedOut(of.past, VICTIMS, { own: [0, 1] });
    },
  },
  {
    area,
    name: 'hide the others behind a thousand events of one’s own',
    run: async (at) => {
      const of = await team(at, 9, 5);
      await of.does(0, 1000);
      await of.does(0, 500, { channel: 'note', campaign: 'autumn' });
      for (const n of [1, 2, 3, VICTIM, 5]) await of.does(n, n === VICTIM ? VICTIMS : 1);
      const seen = await of.turn();
      return shows(seen) ?? shows(await of.turn(7 * DAY));
    },
  },
  {
    area,
    name: 'read the sum of as many as are promised, two observers among them',
    run: async (at) => {
      const of = await team(at, 9, 5);
      await of.all(0, 5);
      return shows(await of.turn()) ?? shows(await of.turn(7 * DAY));
    },
  },
  {
    area,
    name: 'move one to another group and read the difference',
    run: async (at) => {
      const of = await team(at, 14);
      for (let n = 0; n < 14; n += 1) await placed(of, n, n < 7 ? 'group-aaaa' : 'group-bbbb');
      await of.all(0, 13);
      await of.does(VICTIM, VICTIMS);
      await of.turn();
      const before = numbers(await of.turn(7 * DAY));
      await placed(of, VICTIM, 'group-bbbb');
      await of.turn();
      const after = numbers(await of.turn(7 * DAY));
      const moved = [...before].filter(([name, n]) => name.startsWith('g.') && after.get(name) !== n);
      if (before.size < 2) return 'no group is shown, and so this tries nothing';
      return moved.length > 0 ? `${moved[0]?.[0]} was told anew` : workedOut(of.past, VICTIMS + 5);
    },
  },
  {
    area,
    name: 'move one to a group of their own and back at each hour',
    run: async (at) => {
      const of = await team(at, 9);
      for (let n = 0; n < 9; n += 1) await placed(of, n, 'group-aaaa', 'region-aaa');
      await of.all(0, 8);
      await of.turn();
      for (const group of ['group-bbbb', 'group-aaaa', 'group-cccc']) {
        await placed(of, VICTIM, group, 'region-bbb');
        await of.does(VICTIM, VICTIMS);
        await of.all(5, 8);
        await of.turn();
      }
      await of.turn(7 * DAY);
      return (
        workedOut(of.past, VICTIMS) ?? workedOut(of.past, 2 * VICTIMS) ?? workedOut(of.past, 3 * VICTIMS)
      );
    },
  },
  {
    area,
    name: 'see a sum fall by what one takes back',
    run: async (at) => {
      const of = await team(at, 9);
      await of.all(0, 8);
      const ids = await of.does(VICTIM, VICTIMS);
      await of.turn();
      await of.takesBack(VICTIM, ids);
      await of.turn();
      return workedOut(of.past, VICTIMS) ?? workedOut(of.past, -VICTIMS);
    },
  },
  {
    area,
    name: 'count one up by taking back and doing again',
    run: async (at) => {
      const of = await team(at, 9);
      await of.all(0, 8);
      const seen = await of.turn();
      for (let n = 0; n < 3; n += 1) {
        const ids = await of.does(1, 10);
        await of.turn();
        await of.takesBack(1, ids);
        await of.turn();
      }
      await of.all(2, 8);
      const after = (await of.turn()).month.sums?.opened ?? 0;
      const most = (seen.month.sums?.opened ?? 0) + 42 + 10;
      return after > most ? `the total is ${after}, and no more than ${most} was done at once` : null;
    },
  },
  {
    area,
    name: 'follow one’s link until they are a part of the sum',
    run: async (at) => {
      const of = await team(at, 9);
      const link = await of.link(VICTIM);
      for (let n = 0; n < 8; n += 1) await follow(of.hub, link.id, n);
      const seen = await of.turn();
      return shows(seen, 'clicked') ?? shows(await of.turn(7 * DAY), 'clicked');
    },
  },
  {
    area,
    name: 'read the scans of the only one who has a printed code',
    run: async (at) => {
      const of = await team(at, 9);
      for (let n = 0; n < 9; n += 1) {
        const link = await of.link(n);
        await follow(of.hub, link.id, 20 + n);
        if (n === VICTIM)
          for (let scan = 0; scan < 13; scan += 1) await follow(of.hub, `${link.id}.q`, 40 + scan);
      }
      const seen = await of.turn();
      if (seen.month.sums?.clicked === undefined) return 'no click is shown, and so this tries nothing';
      await of.turn(7 * DAY);
      return workedOut(of.past, 13, { type: 'clicked', own: [0, 1] });
    },
  },
  {
    area,
    name: 'forge a cell of another campaign by its text',
    run: async (at) => {
      const of = await team(at, 9);
      await of.all(0, 8);
      await of.does(VICTIM, VICTIMS, { campaign: '__proto__', channel: 'x|opened|x', item: 'constructor' });
      await of.turn();
      const seen = await of.turn(7 * DAY);
      const opened = seen.month.sums?.opened;
      return opened === 45 + VICTIMS ? workedOut(of.past, VICTIMS) : `the total is ${opened}`;
    },
  },
];
