import { generateKeyPairSync } from 'node:crypto';
import type { Attack } from './attack.ts';
import { DAY, GuardedTeamUnderAttack, HOUR, START, shows, VICTIMS, workedOut } from './guarded-team.ts';
import { follow } from './visitor.ts';

const VICTIM = 4;
const area = 'figures';
const team = GuardedTeamUnderAttack.of;
/** The first morning of the month after. */
const NEXT = Date.UTC(2026, 11, 1, 3);

const listed = (of: GuardedTeamUnderAttack, n: number, yes: boolean) =>
  of.command(n, { do: 'self.listed', listed: yes });

/** What those who appear by name have done, by the room. */
const namedSums = (people: Readonly<Record<string, { opened?: number }>>): number[] => {
  const all = Object.values(people).map(({ opened = 0 }) => opened);
  return [0, ...all, all.reduce((sum, n) => sum + n, 0)];
};

const decide = async (of: GuardedTeamUnderAttack, mode: string, few: number) =>
  of.hub.do({ do: 'team.figures', figures: { mode, few } } as never, await of.admin());

/** Attacks on names, on what a team decided, and on who counts as whom. */
export const nameAttacks: readonly Attack[] = [
  {
    area,
    name: 'take all who are named from the total',
    run: async (at) => {
      // Four of ten are named: six are left, and so there is a total.
      const of = await team(at, 10);
      for (let n = 0; n < VICTIM; n += 1) await listed(of, n, true);
      await of.hub.turn(NEXT - START);
      await of.all(0, 9);
      await of.does(VICTIM, VICTIMS);
      await of.turn();
      const { people } = await of.look();
      if (Object.keys(people).length === 0) return 'nobody is named, and so this tries nothing';
      return workedOut(of.past, VICTIMS + VICTIM + 1, { own: [0, 1], named: namedSums(people) });
    },
  },
  {
    area,
    name: 'be named within the month and taken from the total',
    run: async (at) => {
      const of = await team(at, 9);
      await of.hub.turn(NEXT - START);
      await of.all(0, 8);
      await of.turn();
      for (let n = 0; n < 9; n += 1) if (n !== VICTIM) await listed(of, n, true);
      await of.does(VICTIM, VICTIMS);
      await of.turn();
      const { people } = await of.look();
      return Object.keys(people).length > 0
        ? 'a name that was given today stands there today'
        : workedOut(of.past, VICTIMS);
    },
  },
  {
    area,
    name: 'take a name back and give it again until the sums differ',
    run: async (at) => {
      const of = await team(at, 9);
      await listed(of, 1, true);
      await of.hub.turn(NEXT - START);
      await of.all(0, 8);
      await of.turn();
      const before = await of.look();
      if (!before.people[of.id(1)]) return 'nobody is named, and so this tries nothing';
      for (const yes of [false, true, false, true, false]) {
        await listed(of, 1, yes);
        if ((await of.look()).people[of.id(1)]) return 'a name that was taken back stands there';
      }
      await of.does(VICTIM, VICTIMS);
      await of.does(1, 20);
      await of.turn();
      return workedOut(of.past, VICTIMS, { own: [0, 1], named: [0, 20] });
    },
  },
  {
    area,
    name: 'keep a name up after it was taken back, by a restart',
    run: async (at) => {
      const of = await team(at, 9);
      await listed(of, VICTIM, true);
      await of.hub.turn(NEXT - START);
      await of.does(VICTIM, VICTIMS);
      await of.turn();
      await listed(of, VICTIM, false);
      of.reopen();
      await of.hub.restart({ ...of.hub.setup, now: await of.hub.now() });
      return (await of.look()).people[of.id(VICTIM)] ? 'the name is there again' : null;
    },
  },
  {
    area,
    name: 'ask for one’s place among those who are not named',
    run: async (at) => {
      const of = await team(at, 9);
      await of.all(0, 8);
      const { rank } = (await of.asked(1, '/api/clicks', { since: 0, changed: 0 })) as { rank: unknown };
      return rank === null ? null : `one who is not named is told a place: ${JSON.stringify(rank)}`;
    },
  },
  {
    area,
    name: 'lower the number and read within the month',
    run: async (at) => {
      const of = await team(at, 9, 5);
      const { status } = await decide(of, 'guarded', 3);
      await of.all(0, 5);
      const seen = await of.turn();
      return status === 200 ? shows(seen) : `the admin was told ${status}`;
    },
  },
  {
    area,
    name: 'raise the number and lower it again at once',
    run: async (at) => {
      const of = await team(at, 9);
      await decide(of, 'guarded', 5);
      await decide(of, 'guarded', 3);
      await of.all(0, 5);
      return shows(await of.turn());
    },
  },
  {
    area,
    name: 'open the team and read what was promised to be guarded',
    run: async (at) => {
      const of = await team(at, 9);
      await of.all(0, 2);
      await decide(of, 'open', 5);
      await of.does(VICTIM, VICTIMS, { channel: 'note' });
      const seen = await of.turn();
      return shows(seen) ?? (Object.keys(seen.people).length > 0 ? 'people are named' : null);
    },
  },
  {
    area,
    name: 'open the team by the profile that an admin sets',
    run: async (at) => {
      const of = await team(at, 9);
      const figures = { mode: 'open', few: 3, since: '2026-01' };
      const profile = { name: 'X', country: 'JP', groups: [], regions: [], figures };
      await of.hub.do({ do: 'team.set', team: profile } as never, await of.admin());
      await of.all(0, 3);
      const seen = await of.turn();
      return shows(seen) ?? (JSON.stringify(seen).includes('"open"') ? 'the month is open' : null);
    },
  },
  {
    area,
    name: 'decide for the team as a member of it',
    run: async (at) => {
      const of = await team(at, 9);
      const said = await of.command(0, { do: 'team.figures', figures: { mode: 'open', few: 3 } });
      return JSON.stringify(said) === '{"refused":"role"}' ? null : `it was told ${JSON.stringify(said)}`;
    },
  },
  {
    area,
    name: 'have somebody join an open team who was not asked',
    run: async (at) => {
      const of = await team(at, 1);
      await decide(of, 'open', 5);
      const asked = { role: 'member', group: '', region: '', uses: 3, days: 1 } as const;
      const { made } = await of.hub.must({ do: 'invite.make', ...asked }, await of.admin());
      const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64url');
      const { invite, secret } = made as { invite: string; secret: string };
      const body = { invite, secret, key, name: 'Bob', device: 'd', listed: true };
      for (const agreed of [undefined, 'guarded', 'yes']) {
        const { status } = await of.hub.post('/api/join', { ...body, agreed });
        if (status === 200) return `they joined with ${agreed ?? 'nothing'} said`;
      }
      return null;
    },
  },
  {
    area,
    name: 'bring members in as cover when the month has begun',
    run: async (at) => {
      const of = await team(at, 6, 5);
      await of.hub.turn(NEXT - START);
      await of.joined(8);
      await of.all(6, 13);
      await of.does(VICTIM, VICTIMS);
      await of.begins();
      await of.hub.turn(HOUR);
      await of.asked(0, '/api/figures', {});
      await of.hub.turn(7 * DAY);
      await of.does(0, 1);
      await of.asked(0, '/api/figures', {});
      return shows(await of.look());
    },
  },
  {
    area,
    name: 'count twice by a second device',
    run: async (at) => {
      const of = await team(at, 9, 5);
      const own = await of.hub.signIn(of.one(0));
      const { body } = await of.hub.post('/api/pair/start', {}, own.token);
      const { code } = JSON.parse(body) as { code: string };
      const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64url');
      await of.hub.post('/api/join/pair', { code, key, device: 'second' });
      await of.hub.post('/api/pair/confirm', {}, own.token);
      const paired = await of.hub.post('/api/join/paired', { code, key, device: 'second' });
      const { joined } = JSON.parse(paired.body) as { joined?: { member: string } };
      if (joined?.member !== of.id(0)) return 'no second device joined, and so this tries nothing';
      await of.all(0, 5);
      await of.does(0, 9, { channel: 'note' });
      return shows(await of.turn());
    },
  },
  {
    area,
    name: 'read a colleague’s clicks by their link',
    run: async (at) => {
      const of = await team(at, 9);
      const link = await of.link(VICTIM);
      for (let n = 0; n < 6; n += 1) await follow(of.hub, link.id, n);
      const hour = Math.floor((await of.hub.now()) / HOUR);
      const said = await of.asked(0, '/api/clicks/hour', { link: link.id, hour });
      const { days } = (await of.asked(0, '/api/clicks', { since: 0, changed: 0 })) as { days: unknown[] };
      if (JSON.stringify(said) !== '{"refused":"unknown"}')
        return `the hour was told: ${JSON.stringify(said)}`;
      return days.length === 0 ? null : 'another’s days were told';
    },
  },
];
