import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Attack } from './attack.ts';
import { DAY, GuardedTeamUnderAttack, HOUR, numbers, START, VICTIMS, workedOut } from './guarded-team.ts';
import { until } from './until.ts';

const VICTIM = 4;
const area = 'figures';
const team = GuardedTeamUnderAttack.of;
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Whether a root of a room of results shows any number. */
const hasFigures = (root: object) => /:\s*[1-9]/.test(JSON.stringify({ ...root, rule: undefined }));

/** A hub that is started anew from the newest backup of this one, in a folder of its own. */
async function restored(of: GuardedTeamUnderAttack, folder: string): Promise<void> {
  const backups = join(of.hub.folder, 'backups');
  const newest = readdirSync(backups).sort().at(-1) ?? '';
  const now = await of.hub.now();
  cpSync(join(backups, newest), join(folder, 'backup'), { recursive: true });
  await of.hub.process.signal('SIGKILL');
  Object.assign(of.hub, { folder: join(folder, 'hub') });
  const env = { ...of.hub.setup.env, MUSUBI_RESTORE: join(folder, 'backup') };
  of.reopen();
  await of.hub.restart({ ...of.hub.setup, now, env });
}

/** Attacks on when figures move, and on what stays of them when people leave and hubs are restored. */
export const timeAttacks: readonly Attack[] = [
  {
    area,
    name: 'watch the room of results while one does something',
    run: async (at) => {
      const of = await team(at, 9);
      await of.all(0, 8);
      await of.turn();
      const room = await of.hub.open(of.one(0), `results/2026-11`);
      let writes = 0;
      room.doc.on('update', () => {
        writes += 1;
      });
      await of.does(VICTIM, VICTIMS);
      const link = await of.link(VICTIM);
      await of.hub.ask(`/${link.id}`);
      // What the hub answers after it has folded what was written.
      await until(
        async () =>
          ((await of.asked(VICTIM, '/api/clicks', { since: 0, changed: 0 })) as { days: [] }).days.length > 0,
        'a click that is counted',
      );
      await of.hub.turn(HOUR / 2);
      await of.does(VICTIM, VICTIMS);
      await of.asked(VICTIM, '/api/figures', {});
      return writes === 0 ? null : `the room was written ${writes} times within the hour`;
    },
  },
  {
    area,
    name: 'have a step closed before its hour by a restart',
    run: async (at) => {
      const of = await team(at, 9);
      await of.all(0, 8);
      const before = await of.turn();
      await of.all(0, 8);
      of.reopen();
      await of.hub.restart({ ...of.hub.setup, now: await of.hub.now() });
      return same(before, await of.look()) ? null : 'a restart published what was not due';
    },
  },
  {
    area,
    name: 'turn the clock back and have an hour published twice',
    run: async (at) => {
      const of = await team(at, 9);
      await of.all(0, 8);
      const first = await of.turn();
      await of.hub.turn(-3 * HOUR);
      await of.does(VICTIM, VICTIMS);
      await of.hub.turn(2 * HOUR);
      const seen = await of.look();
      if (!same(numbers(first).get('total opened'), numbers(seen).get('total opened')))
        return 'an hour that was over was published again';
      return workedOut([first, seen], VICTIMS);
    },
  },
  {
    area,
    name: 'read who leaves from what is missing',
    run: async (at) => {
      const of = await team(at, 10);
      await of.all(0, 9);
      await of.does(VICTIM, VICTIMS);
      await of.turn();
      await of.does(VICTIM, 2 * VICTIMS);
      await of.command(VICTIM, { do: 'self.leave' });
      of.gone.add(VICTIM);
      await of.turn();
      await of.turn(7 * DAY);
      return (
        [1, -1, 2, -2, 3]
          .map((n) => workedOut(of.past, n * VICTIMS) ?? workedOut(of.past, n * VICTIMS + VICTIM + 1))
          .find((one) => one !== null) ?? null
      );
    },
  },
  {
    area,
    name: 'have one erased and read the difference',
    run: async (at) => {
      const of = await team(at, 10);
      await of.all(0, 9);
      await of.does(VICTIM, VICTIMS);
      const before = await of.turn();
      await of.hub.must({ do: 'erase', member: of.id(VICTIM) }, await of.admin());
      of.gone.add(VICTIM);
      const after = await of.turn();
      const [was, is] = [before.month.sums?.opened, after.month.sums?.opened];
      return was === is ? workedOut(of.past, VICTIMS) : `the total was ${was} and is ${is}`;
    },
  },
  {
    area,
    name: 'remove all but one and read what they do',
    run: async (at) => {
      const of = await team(at, 9);
      await of.all(0, 8);
      await of.turn();
      for (const n of [2, 3, 5, 6, 7, 8]) {
        await of.hub.must({ do: 'member.remove', member: of.id(n) }, await of.admin());
        of.gone.add(n);
      }
      await of.does(VICTIM, VICTIMS);
      const before = await of.look();
      await of.hub.turn(8 * DAY);
      await of.does(0, 1);
      await of.hub.turn(HOUR);
      await of.asked(0, '/api/figures', {});
      return same(numbers(before), numbers(await of.look())) ? null : 'a sum of two moved';
    },
  },
  {
    area,
    name: 'restore a backup and publish again what was published since',
    run: async (at) => {
      const of = await team(at, 9);
      await of.all(0, 8);
      await of.turn();
      await of.hub.post('/api/backup', {}, (await of.admin()).token);
      // What is published from here on is in no backup.
      await of.all(1, 7);
      const seen = await of.turn();
      await of.does(VICTIM, VICTIMS);
      const now = await of.hub.now();
      await restored(of, at.folder());
      // Every device puts back what the hub lost, the one's with it.
      await of.all(1, 7, { at: now - HOUR / 2 });
      await of.does(VICTIM, VICTIMS, { at: now - HOUR / 2 });
      await of.all(0, 8);
      of.past.push(seen);
      await of.turn();
      return workedOut(of.past, VICTIMS) ?? workedOut(of.past, VICTIMS + VICTIM + 1);
    },
  },
  {
    area,
    name: 'read the founder’s export for what no screen shows',
    run: async (at) => {
      const of = await team(at, 9);
      await of.all(0, 8);
      await of.does(VICTIM, VICTIMS, { channel: 'note' });
      const seen = await of.turn();
      const { body } = await of.hub.post('/api/export', {}, (await of.admin()).token);
      const { rooms } = JSON.parse(body) as { rooms: Record<string, object> };
      // Of a month in which nothing is shown there are no figures to tell.
      const names = Object.keys(rooms).filter(
        (name) => name.startsWith('results/') && Object.values(rooms[name] ?? {}).some(hasFigures),
      );
      const shown = rooms['results/2026-11'] ?? {};
      const sorted = (value: object) => JSON.stringify(Object.entries(value).sort());
      const roots = Object.entries(seen).filter(([, items]) => Object.keys(items).length > 0);
      const held = Object.entries(shown).filter(([, items]) => Object.keys(items as object).length > 0);
      if (names.length !== 1) return `results of ${names.join()} are exported`;
      if (Object.keys(rooms).some((name) => name.startsWith('member/')))
        return 'a member’s own room is exported';
      return sorted(Object.fromEntries(roots)) === sorted(Object.fromEntries(held))
        ? null
        : 'it has other figures';
    },
  },
  {
    area,
    name: 'find a zero, a number of people or an order by what is hidden',
    run: async (at) => {
      const of = await team(at, 9);
      await of.all(0, 8, { campaign: 'autumn' });
      await of.does(VICTIM, VICTIMS, { campaign: 'winter' });
      await of.turn();
      const text = JSON.stringify(await of.turn(7 * DAY));
      if (/"people":\d/.test(text)) return 'it is told how many people are in a sum';
      if (/:0[,}]/.test(text)) return 'a zero is told, where hidden would be told as well';
      return text.includes('winter') ? 'a campaign of one is named' : null;
    },
  },
  {
    area,
    name: 'do something in the month before and read it after its close',
    run: async (at) => {
      const of = await team(at, 9, 3, START + 21 * DAY - 9 * HOUR - 2 * HOUR);
      await of.all(0, 8);
      await of.turn();
      const first = await of.look('2026-11');
      const late = await of.hub.now();
      await of.hub.turn(5 * DAY);
      await of.begins();
      await of.does(VICTIM, VICTIMS, { at: late, day: Math.floor(late / DAY) });
      await of.turn();
      const last = await of.look('2026-11');
      const [was, is] = [numbers(first).get('total opened'), numbers(last).get('total opened')];
      return was === is ? null : `a month that is closed moved from ${was} to ${is}`;
    },
  },
];
