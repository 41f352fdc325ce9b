import { generateKeyPairSync } from 'node:crypto';
import type { Attack, Target } from './attack.ts';
import type { HubUnderAttack, Person } from './hub.ts';

/** How much one member may make of what everybody of the team is sent, bytes of the room `team`. */
const MOST_BYTES = 20_000;
/** How often a person may in one breath what everybody is shown. */
const MOST_TIMES = 60;
/** How long a colleague's own command may take meanwhile, ms. */
const PATIENCE = 1500;

const newKey = () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return publicKey.export({ format: 'der', type: 'spki' }).toString('base64url');
};

/** One thing that a member does with what is their own, again and again; whether it was done. */
type Does = (hub: HubUnderAttack, eve: Person, n: number) => Promise<boolean>;

const isDone = ({ status }: { status: number }) => status === 200;
const renames: Does = async (hub, eve, n) => isDone(await hub.do({ do: 'self.name', name: `Eve ${n}` }, eve));
/** Whoever wants their name back gets it each time; what is bounded is how often it is given. */
const lists: Does = async (hub, eve, n) => {
  const listed = n % 2 === 0;
  return isDone(await hub.do({ do: 'self.listed', listed }, eve)) && listed;
};
const pairs: Does = async (hub, eve, n) => {
  const { body } = await hub.post('/api/pair/start', {}, eve.token);
  const { code } = JSON.parse(body) as { code: string };
  await hub.post('/api/join/pair', { code, key: newKey(), device: `device ${n}` });
  return isDone(await hub.post('/api/pair/confirm', {}, eve.token));
};

/** A member repeats what costs everybody: a colleague goes on, and what all are sent grows by little. */
async function repeated(at: Target, does: Does, times: number): Promise<string | null> {
  const hub = await at.hub();
  const [eve, bob] = [await hub.join('viewer', 'Eve'), await hub.join('member', 'Bob')];
  const size = async () => (await (await hub.inRoom(bob, 'team')).state()).byteLength;
  const before = await size();
  let [done, isOver] = [0, false];
  const repeating = (async () => {
    for (let n = 0; n < times; n += 1) if (await does(hub, eve, n)) done += 1;
    isOver = true;
  })();
  let longest = 0;
  for (let n = 0; n < 3 && !isOver; n += 1) {
    const took = await hub.took(() => hub.must({ do: 'self.name', name: `Bob ${n}` }, bob));
    longest = Math.max(longest, took);
  }
  await repeating;
  const grew = (await size()) - before;
  if (longest > PATIENCE) return `a colleague waited ${longest.toFixed(0)} ms`;
  const words = `${done} of ${times} were done, and all are sent ${grew} bytes more`;
  return done <= MOST_TIMES && grew < MOST_BYTES ? null : words;
}

/** What is put into other people's way by doing one's own things without end. */
export const hoarderAttacks: readonly Attack[] = [
  {
    area: 'rooms',
    name: 'a viewer renames themselves 300 times',
    run: (at) => repeated(at, renames, 300),
  },
  {
    area: 'rooms',
    name: 'a viewer gives their name to the figures and takes it back 300 times',
    run: (at) => repeated(at, lists, 300),
  },
  { area: 'rooms', name: 'a viewer pairs 100 devices', run: (at) => repeated(at, pairs, 100) },
];
