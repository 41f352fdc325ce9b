import type { Attack, Target } from './attack.ts';
import { HEADER_LIMITS } from './costly-headers.ts';
import { COSTLY_TEXTS, COUNTED_TEXTS, type Maker } from './costly-texts.ts';
import { growth, timed } from './growth.ts';
import type { HubUnderAttack } from './hub.ts';
import { linkOf, TARGET } from './link.ts';
import { OP } from './raw-socket.ts';
import { PERSON } from './standing-links.ts';
import { message } from './sync-message.ts';
import { TEXT_READERS } from './text-readers.ts';

/** Characters with which the worst texts for a reader are found, and how many of them are then measured. */
const FIRST = 2000;
const WORST = 3;

/** Whatever it answers; what it throws for an odd text is its own answer, but not for want of stack or memory. */
function tried(read: (text: string) => unknown, text: string): void {
  try {
    read(text);
  } catch (error) {
    if (error instanceof RangeError) throw error;
  }
}

/** The texts that cost a reader most, each at ten times the size too. */
async function read(reader: (text: string) => unknown): Promise<string | null> {
  const worstOf = (makers: readonly Maker[], size: number) => {
    const costs = makers.map((make) => ({ make, ms: timed(() => tried(reader, make(size))) }));
    return costs.sort((one, other) => other.ms - one.ms).slice(0, WORST);
  };
  // What each is compared with all the others for shows where there are many.
  for (const { make } of [...worstOf(COSTLY_TEXTS, FIRST), ...worstOf(COUNTED_TEXTS, 10 * FIRST)]) {
    const cost = (size: number) => {
      const text = make(size);
      return timed(() => tried(reader, text));
    };
    // Measured anew where the machine did something else meanwhile.
    const grown = (await growth(cost)) && (await growth(cost));
    if (grown !== null) return `for ${JSON.stringify(make(20))}: ${grown}`;
  }
  return null;
}

/** Requests with one long header cost the hub about what a plain one costs. */
async function header(at: Target, name: string, word: string, size: number): Promise<string | null> {
  const hub = await at.shared();
  const link = await linkOf(hub, hub.admin);
  const value = word.repeat(Math.ceil(size / word.length)).slice(0, size);
  const cost = (headers: Record<string, string>) =>
    hub.cost(async () => {
      for (let n = 0; n < 40; n += 1) await hub.ask(`/${link.id}`, { headers });
    });
  const { status } = await hub.ask(`/${link.id}`, { headers: { ...PERSON, [name]: value } });
  const [plain, long] = [await cost(PERSON), await cost({ ...PERSON, [name]: value })];
  if (status >= 500) return `it was answered with ${status}`;
  return long <= Math.max(3 * plain, plain + 120) ? null : `40 cost ${long} ms, plain ones ${plain} ms`;
}

/** What a socket says of a room whose name every object has: that socket ends, at most, and the hub goes on. */
async function inheritedRoom(at: Target, name: string): Promise<string | null> {
  const hub = await at.shared();
  const other = await hub.inRoom(hub.admin, 'team');
  const socket = await hub.socket();
  socket.frame(OP.binary, message(name, 2, 0, Buffer.from('no token')));
  socket.frame(OP.binary, message(name, 0, 0, Uint8Array.of(0)));
  await hub.ask('/healthz');
  await other.state();
  if (other.ended !== '') return `another's socket ended: ${other.ended}`;
  return leads(hub);
}

/** Names that every plain object has, as keys and values of what is asked over HTTP. */
async function inheritedBody(at: Target, path: string, name: string): Promise<string | null> {
  const hub = await at.shared();
  const body = `{"${name}":{"${name}":1},"do":"${name}","since":"${name}","device":1,"room":"${name}"}`;
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${hub.admin.token}` };
  const { status } = await hub.ask(path, { method: 'POST', body, headers });
  return status >= 500 ? `it was answered with ${status}` : leads(hub);
}

/** An ordinary link still leads. */
async function leads(hub: HubUnderAttack): Promise<string | null> {
  const link = await linkOf(hub, hub.admin);
  const { status, headers } = await hub.ask(`/${link.id}`, { headers: PERSON });
  return headers.location === TARGET ? null : `an ordinary link was answered with ${status}`;
}

const INHERITED = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'] as const;
const ASKED = ['/api/do', '/api/clicks', '/api/history', '/api/session/challenge', '/api/join/look'] as const;

export const attacks: readonly Attack[] = [
  ...TEXT_READERS.map(
    ([name, reader]): Attack => ({
      area: 'requests',
      name: `100 KB of the worst for ${name}`,
      run: () => read(reader),
    }),
  ),
  ...HEADER_LIMITS.map(
    ([name, word, size]): Attack => ({
      area: 'requests',
      name: `${name} of ${Math.round(size / 1000)} KB of ${JSON.stringify(word)}`,
      run: (at) => header(at, name, word, size),
    }),
  ),
  ...INHERITED.map(
    (name): Attack => ({
      area: 'requests',
      name: `a socket asks for a room called ${name}`,
      run: (at) => inheritedRoom(at, name),
    }),
  ),
  ...ASKED.flatMap((path) =>
    ['__proto__', 'constructor'].map(
      (name): Attack => ({
        area: 'requests',
        name: `${name} is what is asked of ${path}`,
        run: (at) => inheritedBody(at, path, name),
      }),
    ),
  ),
];
