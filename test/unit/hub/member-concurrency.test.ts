import { describe, expect, it } from 'vitest';
import { FairQueue } from '../../../src/hub/fair-queue.ts';
import { MemberConcurrency } from '../../../src/hub/member-concurrency.ts';
import { CommitQueue } from '../../../src/hub/store/commit-queue.ts';
import { RowScheduler } from '../../../src/hub/store/row-scheduler.ts';
import { DeclaredLinks } from '../../../src/link/hub/declared-links.ts';

const times = <Thing>(count: number, make: (n: number) => Thing) =>
  Array.from({ length: count }, (_, n) => make(n));
const turn = () => new Promise((go) => setImmediate(go));

describe('a queue in which owners have their turn', () => {
  it('takes one of each member, and of a member one of each device', () => {
    const queue = new FairQueue<string>();
    for (let n = 0; n < 200; n += 1) queue.push(['eve', 1], `eve 1.${n}`);
    queue.push(['eve', 2], 'eve 2.0');
    queue.push(['bob', 3], 'bob 3.0');
    queue.push(['bob', 3], 'bob 3.1');
    expect(times(6, () => queue.shift())).toEqual([
      'eve 1.0',
      'bob 3.0',
      'eve 2.0',
      'bob 3.1',
      'eve 1.1',
      'eve 1.2',
    ]);
    expect(times(197, () => queue.shift()).at(-1)).toBe('eve 1.199');
    expect([queue.size, queue.shift()]).toEqual([0, undefined]);
  });
});

describe('links that are declared', () => {
  const changes = (from: number, count: number) =>
    times(count, (n) => ({ root: 'links', key: `link${from + n}`, value: n }));

  it('are registered of members in turn, and of one link in order whichever device declares it', () => {
    const links = new DeclaredLinks();
    links.note({ member: 'eve', device: 1 }, changes(0, 1000), 1);
    links.note({ member: 'eve', device: 2 }, [{ root: 'links', key: 'link900', value: 'later' }], 2);
    links.note({ member: 'eve', device: 2 }, changes(5000, 1), 2);
    links.note({ member: 'bob', device: 3 }, changes(7000, 2), 2);
    const order = links.take(2000);
    const at = (key: string) => order.flatMap((one, n) => (one.key === key ? [n] : []));
    expect([at('link5000')[0], at('link7000')[0], at('link7001')[0]]).toEqual([2, 1, 3]);
    expect(at('link900').map((n) => order[n]?.value)).toEqual([900, 'later']);
    expect([order.length, links.isEmpty]).toEqual([1004, true]);
  });
});

describe('rows that wait for a commit', () => {
  const row = (member: string, room: string, weight = 1, device = 1) => ({
    writer: { member, device },
    room,
    weight,
  });

  it('are taken of members in turn, and of a room in order', () => {
    const rows = new RowScheduler<ReturnType<typeof row> & { readonly n: number }>();
    for (let n = 0; n < 50; n += 1) rows.push({ ...row('eve', `r${n}`, 900), n });
    rows.push({ ...row('bob', 'own'), n: 100 });
    rows.push({ ...row('bob', 'r40'), n: 101 });
    const most = { rows: 200, weight: 2000 };
    expect(rows.take(most).map(({ n }) => n)).toEqual([0, 100, 1]);
    // What stood before Bob's in that room goes before his.
    expect(rows.take(most).map(({ n }) => n)).toEqual([40, 101, 2]);
    expect(rows.of('r40')).toEqual([]);
    expect(rows.drop('r3').map(({ n }) => n)).toEqual([3]);
    expect(rows.take(most).map(({ n }) => n)).toEqual([4, 5]);
    for (let n = 0; n < 23; n += 1) rows.take(most);
    expect(rows.isEmpty).toBe(true);
  });

  it('make nobody elsewhere wait for the whole backlog of a room, whoever else wrote there', () => {
    const rows = new RowScheduler<ReturnType<typeof row>>();
    for (let n = 0; n < 200; n += 1) rows.push(row('eve', 'library', 1400));
    rows.push(row('bob', 'library', 1, 2));
    rows.push(row('carol', 'board', 1, 3));
    const commits: string[][] = [];
    while (!rows.isEmpty)
      commits.push(rows.take({ rows: 200, weight: 2000 }).map(({ writer }) => writer.member));
    const commitOf = (member: string) => commits.findIndex((members) => members.includes(member));
    expect(commitOf('carol')).toBeLessThanOrEqual(2);
    expect([commits.flat().length, commits.flat().lastIndexOf('bob')]).toEqual([202, 201]);
  });

  it('keep no place once nothing waits', () => {
    const rows = new RowScheduler<ReturnType<typeof row>>();
    for (let n = 0; n < 50; n += 1) rows.push(row('eve', 'library', 1400));
    rows.take({ rows: 200, weight: 2000 });
    rows.drop('library');
    const freed = Reflect.get(rows, 'turns') as FairQueue<unknown>;
    expect([rows.isEmpty, freed.size, Reflect.get(rows, 'first')]).toEqual([true, 0, undefined]);
  });

  it('are committed before thousands that somebody else brought first', async () => {
    const written: string[][] = [];
    const queue = new CommitQueue({
      write: async (entries) => {
        written.push(entries.map(({ room }) => room));
        return entries.map(() => 1);
      },
      committed: (_room, _seq, apply) => apply(),
      lost: () => undefined,
    });
    const changes = times(1400, (n) => ({ root: 'items', key: `${n}`, value: n }));
    const entry = { at: 1, bytes: new Uint8Array(), changes };
    for (let n = 0; n < 30; n += 1)
      void queue.append({ ...entry, room: `eve${n}`, member: 'eve', device: 1 }, () => undefined);
    await queue.append({ ...entry, changes: [], room: 'bob', member: 'bob', device: 2 }, () => undefined);
    expect(written[0]).toEqual(['eve0', 'bob']);
    await queue.settled();
    expect(written.flat()).toHaveLength(31);
  });
});

describe('work of members', () => {
  it('is done of each a few at a time, and of their devices in turn', async () => {
    const turns = new MemberConcurrency();
    const begun: string[] = [];
    const ends: (() => void)[] = [];
    const work = (name: string) => () => {
      begun.push(name);
      return new Promise<void>((end) => ends.push(end));
    };
    for (let n = 0; n < 40; n += 1) void turns.run('eve', 1, work(`eve 1.${n}`));
    void turns.run('eve', 2, work('eve 2.0'));
    void turns.run('bob', 3, work('bob 3.0'));
    await turn();
    expect(begun).toEqual(['eve 1.0', 'eve 1.1', 'eve 1.2', 'eve 1.3', 'bob 3.0']);
    for (const end of ends.splice(0, 2)) end();
    await turn();
    expect(begun.slice(5)).toEqual(['eve 1.4', 'eve 2.0']);
  });

  it('that fails lets the next begin', async () => {
    const turns = new MemberConcurrency();
    const fails = () => turns.run('eve', 1, () => Promise.reject(new Error('no')));
    const all = await Promise.allSettled(times(9, fails));
    expect(all.every(({ status }) => status === 'rejected')).toBe(true);
    expect(await turns.run('eve', 1, async () => 'done')).toBe('done');
  });
});
