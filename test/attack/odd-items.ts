import { monthOf } from '../../src/workspace/room.ts';
import { anItem } from '../bench/an-item.ts';
import type { Attack, Target } from './attack.ts';
import { all, replica } from './crafted.ts';
import type { HubUnderAttack, Person } from './hub.ts';
import { aLink, linkOf, TARGET } from './link.ts';
import { oneOf } from './people.ts';
import { PERSON } from './standing-links.ts';
import { until } from './until.ts';

/** Items that are JSON and fit no schema of their root. The hub checks them as people run it. */
const HASH = 'a'.repeat(64);
const EVENT = {
  id: 'event-of-eve',
  at: 1,
  day: 1,
  type: 'opened',
  channel: 'x',
  site: 'x',
  item: '',
  campaign: '',
};
const POST = {
  id: 'k1',
  at: 1,
  url: 'https://x.example/1',
  author: { name: 'A', handle: '@a' },
  text: 'Tea',
};
const VALID = {
  events: { ...EVENT, undone: 0 },
  items: anItem('k1', 1, 'Tea'),
  posts: { ...POST, site: 'x', time: null, thumbnail: '', trashed: 0 },
  comments: { id: 'k1', about: 'i1', at: 1, text: 'Nice', trashed: 0 },
  decisions: { id: 'k1', about: 'i1', hash: HASH, verdict: 'approved', at: 1, note: '' },
} as const;
type Root = keyof typeof VALID | 'links';

/** Numbers of which there is no date, and what else is no moment. */
const NO_MOMENTS: Readonly<Record<string, unknown>> = {
  'beyond all dates': 8.64e15 + 2,
  'of 1e300': 1e300,
  'of -1e300': -1e300,
  'that is a text': '2026-11-30',
  'that is a list': [1],
  'that is true': true,
};
const MOMENTS: readonly (readonly [Root, string])[] = [
  ['events', 'at'],
  ['events', 'undone'],
  ['links', 'at'],
  ['links', 'until'],
  ['items', 'at'],
  ['items', 'trashed'],
  ['posts', 'at'],
  ['posts', 'time'],
  ['comments', 'at'],
  ['decisions', 'at'],
];

const text = (length: number) => 'x'.repeat(length);
const ODD: readonly (readonly [Root, string, object])[] = [
  ['events', 'a day of 1e15', { day: 1e15 }],
  ['events', 'half a day', { day: 0.5 }],
  ['events', 'a type that only the hub counts', { type: 'clicked' }],
  ['events', 'a type of every object', { type: 'constructor' }],
  ['events', 'a site of 64 KB', { site: text(65_536) }],
  ['links', 'an id of another form', { id: '../../hub.key' }],
  ['links', 'a nonce that is a list', { nonce: ['0'.repeat(32)] }],
  ['links', 'a target of 64 KB', { target: `https://shop.example/${text(65_536)}` }],
  ['links', 'a pause that is a text', { paused: 'no' }],
  ['items', 'a script for an address', { link: 'javascript:alert(1)' }],
  [
    'items',
    'a thousand texts',
    { versions: Array.from({ length: 1000 }, () => ({ language: 'en', words: '' })) },
  ],
  ['items', 'a medium by a path', { media: [{ hash: '../hub.key', type: 'image/png', bytes: 1, alt: '' }] }],
  ['items', 'an id of every object', { id: '__proto__' }],
  ['posts', 'a page made of data', { url: 'data:text/html,x' }],
  ['posts', 'an author that is a list', { author: [] }],
  ['comments', 'a text of 64 KB', { text: text(65_536) }],
  ['decisions', 'a verdict that there is not', { verdict: 'adored' }],
  ['decisions', 'a hash that is none', { hash: text(64) }],
];

const WHERE: Readonly<Record<Root, (hub: HubUnderAttack, who: Person) => Promise<string>>> = {
  events: (hub, who) => hub.own(who),
  links: (hub, who) => hub.own(who),
  items: (hub) => hub.library(),
  posts: (hub) => hub.library(),
  comments: (hub) => hub.library(),
  decisions: async () => 'board',
};

let sessions = 1000;
async function offered(hub: HubUnderAttack, who: Person, root: Root, value: object): Promise<string> {
  sessions += 1;
  const doc = replica(who.joined.device, sessions);
  doc.getMap(root).set(`odd-${sessions}`, value);
  const socket = await hub.inRoom(who, await WHERE[root](hub, who));
  const answer = await socket.update(all(doc));
  socket.close();
  return answer;
}

/** It is refused for its form, and the hub goes on. */
async function odd(at: Target, [root, , more]: (typeof ODD)[number]): Promise<string | null> {
  const hub = await at.shared({ checksItems: true });
  const eve = await oneOf(hub, 'manager');
  const valid = root === 'links' ? await aLink() : VALID[root];
  const answer = await offered(hub, eve, root, { ...valid, ...more });
  if (!answer.startsWith('closed: schema')) return `it was answered with: ${answer}`;
  const link = await linkOf(hub, hub.admin);
  const { headers } = await hub.ask(`/${link.id}`, { headers: PERSON });
  return headers.location === TARGET ? null : 'an ordinary link leads nowhere';
}

/** In a store of an older hub there are items that fit no schema; nobody else's figures are lost for them. */
async function unfolded(at: Target, more: object): Promise<string | null> {
  const hub = await at.hub();
  await hub.must({ do: 'team.figures', figures: { mode: 'open', few: 5 } });
  const [eve, bob] = [await hub.join('member', 'Eve'), await hub.join('member', 'Bob')];
  const now = await hub.now();
  const today = { at: now, day: Math.floor(now / 86_400_000) };
  await offered(hub, eve, 'events', { ...VALID.events, ...today, ...more });
  const room = await hub.open(bob, await hub.own(bob));
  room.doc
    .getMap('events')
    .set('event-of-bob', { ...VALID.events, ...today, id: 'event-of-bob', channel: 'line' });
  await hub.answered(room);
  const results = await hub.open(bob, `results/${monthOf(now)}`);
  const counts = () => JSON.stringify(results.doc.getMap('days').toJSON());
  const shown = until(() => counts().includes('opened|line'), 'what Bob did in the figures', 8000);
  return shown.then(
    () => null,
    () => `what Bob did is in no figure: ${counts()}`,
  );
}

export const oddItemAttacks: readonly Attack[] = [
  ...MOMENTS.flatMap(([root, field]) =>
    Object.entries(NO_MOMENTS).map(([what, value]): Attack => {
      const name = `an item of ${root} has a moment (${field}) ${what}`;
      return { area: 'rooms', name, run: (at) => odd(at, [root, what, { [field]: value }]) };
    }),
  ),
  ...ODD.map(
    (one): Attack => ({
      area: 'rooms',
      name: `an item of ${one[0]} has ${one[1]}`,
      run: (at) => odd(at, one),
    }),
  ),
];

export const unfoldedAttacks: readonly Attack[] = Object.entries({
  'of 1e300': { at: 1e300 },
  'just beyond all dates': { at: 8.64e15 + 2 },
  'that is a text': { at: 'now' },
}).map(
  ([what, more]): Attack => ({
    area: 'figures',
    name: `keep colleagues out of the figures by an event of a moment ${what}`,
    run: (at) => unfolded(at, more),
  }),
);
