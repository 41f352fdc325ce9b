import type { Attack, Target } from './attack.ts';
import type { HubUnderAttack, Person } from './hub.ts';

/** A name and whom it is to be taken for. The founder is called Ann. */
const NAMES: readonly (readonly [string, string])[] = [
  ['the same letters', 'Ann'],
  ['other case', 'aNN'],
  ['wide letters', 'Ａｎｎ'],
  ['a Cyrillic letter', '\u0410nn'],
  ['Greek capitals', '\u0391\u039d\u039d'],
  ['letters of mathematics', '\u{1d400}\u{1d427}\u{1d427}'],
  ['a space of no width', 'An\u200bn'],
  ['isolates of direction', 'A\u2066n\u2069n'],
  ['two spaces around', '\u3000Ann\u2003'],
  ['a filler that is a letter', 'Ann\u3164'],
  ['a soft hyphen', 'A\u00adnn'],
  ['a mark above', 'A\u0307nn'],
  ['variation selectors', 'Ann\ufe0f'],
  ['tags behind', 'Ann\u{e0041}'],
];

const UNSEEN = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u202a-\u202e\u2066-\u2069\u2800]/u;

interface Shown {
  readonly id: string;
  readonly name: string;
}

/** Names as those who lead are shown them, and as the room `team` has them for everybody. */
async function shownIn(hub: HubUnderAttack): Promise<readonly Shown[]> {
  const { members } = JSON.parse((await hub.post('/api/admin', {}, hub.admin.token)).body) as {
    members: readonly Shown[];
  };
  const room = await hub.open(hub.admin, 'team');
  const ofRoom = [...room.doc.getMap('members').values()] as readonly Shown[];
  room.close();
  return [...members, ...ofRoom];
}

/** Null where nobody else's name is taken for the founder's. */
async function taken(hub: HubUnderAttack, { joined }: Person): Promise<string | null> {
  const all = await shownIn(hub);
  const mine = all.filter(({ id }) => id === hub.admin.joined.member);
  const theirs = all.filter(({ id }) => id === joined.member);
  if (mine.length !== 2 || theirs.length !== 2) return 'the names were not shown';
  const unseen = all.find(({ name }) => UNSEEN.test(name));
  if (unseen) return `a name carries what nobody sees: ${JSON.stringify(unseen.name)}`;
  for (const { name } of theirs) {
    if (mine.some((one) => one.name === name)) return `both are shown as ${name}`;
    if (!/ #\d+$/.test(name)) return `it is shown without a mark: ${JSON.stringify(name)}`;
  }
  return mine.every(({ name }) => / #\d+$/.test(name)) ? null : 'the other is shown without a mark';
}

async function joined(at: Target, name: string): Promise<string | null> {
  const hub = await at.hub();
  return taken(hub, await hub.join('member', name));
}

async function renamed(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const bob = await hub.join('member', 'Bob');
  await hub.must({ do: 'self.name', name: 'Ann' }, bob);
  return taken(hub, bob);
}

/** A mark of somebody else's as part of one's own name. */
async function marked(at: Target): Promise<string | null> {
  const hub = await at.hub();
  await hub.join('member', 'Ann');
  for (const name of ['Ann #1', 'Ann ＃1', 'Ann \u200b#\u200b1']) {
    const mallory = await hub.join('member', name);
    const all = await shownIn(hub);
    const names = all.filter(({ id }) => id === mallory.joined.member).map((one) => one.name);
    if (names.some((shown) => shown === 'Ann #1')) return `${name} is shown as the founder is`;
  }
  return null;
}

/** Who left is still named under what they wrote. */
async function afterLeaving(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const bob = await hub.join('member', 'Bob');
  await hub.must({ do: 'self.leave' }, bob);
  const again = await hub.join('member', 'ＢＯＢ');
  const all = await shownIn(hub);
  const names = new Set(
    all.filter(({ id }) => [bob, again].some((one) => one.joined.member === id)).map(({ name }) => name),
  );
  return [...names].every((name) => / #\d+$/.test(name)) ? null : `they are shown as ${[...names]}`;
}

async function unseen(at: Target): Promise<string | null> {
  const hub = await at.shared();
  for (const name of ['\u200b', '\u3164', ' \u2800 ', '\u202e\u2066', '—', '\u0301']) {
    const answer = await hub.do({ do: 'self.name', name }, await hub.join('member', 'Bob'));
    if (answer.status === 200) return `${JSON.stringify(name)} was taken`;
  }
  return null;
}

export const forgedNames: readonly Attack[] = [
  ...NAMES.map(
    ([with_, name]): Attack => ({
      area: 'rights',
      name: `a name is made to look like the founder's with ${with_}`,
      run: (at) => joined(at, name),
    }),
  ),
  { area: 'rights', name: "a member takes the founder's name later", run: renamed },
  { area: 'rights', name: "a name that carries another's mark", run: marked },
  { area: 'rights', name: 'the name of somebody who left', run: afterLeaving },
  { area: 'rights', name: 'a name of which nothing is seen', run: unseen },
];
