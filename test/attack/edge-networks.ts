import { generateKeyPairSync } from 'node:crypto';
import type { Attack, HubSetup, Target } from './attack.ts';
import type { HubUnderAttack } from './hub.ts';
import { counted, linkOf, TARGET } from './link.ts';
import { PERSON } from './standing-links.ts';

const newKey = () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return publicKey.export({ format: 'der', type: 'spki' }).toString('base64url');
};

type Headers = Readonly<Record<string, string>>;
const proxied = (proxies: string): HubSetup => ({ env: { MUSUBI_PROXY: proxies } });

/** Who comes how: the address of the line, and what is written of where it comes from. */
interface Sender {
  readonly from: string;
  readonly headers: Headers;
}
const at = (from: string, headers: Headers = {}): Sender => ({ from, headers });
const said = (address: string): Sender => at('127.0.0.1', { 'x-forwarded-for': address });
const told = (element: string): Sender => at('127.0.0.1', { forwarded: element });
const both = (list: string, element: string): Sender =>
  at('127.0.0.1', { 'x-forwarded-for': list, forwarded: `for=${element}` });

/** Follows a link that is paused until that is refused, eight times in one breath; false where it never is. */
async function exhausted(hub: HubUnderAttack, sender: (n: number) => Sender): Promise<boolean> {
  const { id } = await linkOf(hub, hub.admin, { paused: true });
  const asked = (n: number) =>
    [
      `GET /${id} HTTP/1.1`,
      `Host: 127.0.0.1:${hub.port}`,
      ...Object.entries(sender(n).headers).map(([name, value]) => `${name}: ${value}`),
    ].join('\r\n');
  let refused = false;
  const asking = async (lane: number) => {
    const line = await hub.line({ from: sender(0).from });
    for (let n = lane * 8; n < MOST_FOLLOWED && !refused; n += LANES * 8) {
      const breath = Array.from({ length: 8 }, (_, at) => `${asked(n + at)}\r\n\r\n`).join('');
      refused ||= (await line.several(breath, 8)).includes('429');
    }
  };
  await Promise.all(Array.from({ length: LANES }, (_, lane) => asking(lane)));
  return refused;
}
const MOST_FOLLOWED = 6000;
const LANES = 8;

const follows = async (hub: HubUnderAttack, link: string, { from, headers }: Sender) =>
  (await hub.ask(`/${link}`, { headers: { ...PERSON, ...headers }, from })).headers.location === TARGET;

/** One network is refused by whatever name it comes, and others are not: who is refused too, and who is not. */
interface Limited {
  readonly name: string;
  readonly proxies: string;
  readonly flood: (n: number) => Sender;
  readonly same: readonly Sender[];
  readonly others: readonly Sender[];
}

const LIMITED: readonly Limited[] = [
  {
    name: 'one /64 follows links from thousands of its addresses',
    proxies: '1',
    flood: (n) => said(`2001:db8:a:b::${(n + 1).toString(16)}`),
    same: [
      said('2001:db8:a:b:ffff:ffff:ffff:ffff'),
      said('[2001:0DB8:a:b::1]:443'),
      told('for="[2001:db8:a:b::7]"'),
    ],
    others: [said('2001:db8:a:c::1'), said('2001:db8:a::b'), said('198.51.100.7')],
  },
  {
    name: 'an untrusted peer writes a new address into every request',
    proxies: '10.0.0.0/8',
    flood: (n) => at('127.0.6.1', { 'x-forwarded-for': `198.51.${n % 250}.${1 + (n % 200)}` }),
    same: [at('127.0.6.1'), at('127.0.6.1', { forwarded: 'for=203.0.113.9' })],
    others: [at('127.0.6.2'), at('127.0.6.2', { 'x-forwarded-for': '127.0.6.1' })],
  },
  {
    name: 'an untrusted peer writes its neighbour’s address into every request',
    proxies: '127.0.0.0/24, ::1',
    flood: () => at('127.0.6.1', { 'x-forwarded-for': '127.0.6.2', forwarded: 'for=127.0.6.2' }),
    same: [at('127.0.6.1')],
    others: [at('127.0.6.2'), said('127.0.6.2')],
  },
  {
    name: 'somebody writes addresses before the one that the proxy adds',
    proxies: '1',
    flood: (n) => said(`10.0.${n % 200}.1, 192.0.2.${1 + (n % 200)}, 198.51.100.44`),
    same: [said('198.51.100.44'), said('::ffff:198.51.100.44'), said('1.2.3.4, 198.51.100.44:5000')],
    others: [said('192.0.2.1'), said('198.51.100.44, 192.0.2.2')],
  },
  {
    name: 'somebody writes addresses of the proxies’ own before their own',
    proxies: '127.0.0.1, 10.0.0.0/8',
    flood: (n) => said(`10.0.0.${1 + (n % 200)}, 198.51.100.45, 10.1.1.1`),
    same: [said('198.51.100.45'), said('198.51.100.45, 10.9.9.9')],
    others: [said('198.51.100.46, 10.9.9.9'), said('10.0.0.5')],
  },
  {
    name: 'somebody writes the list that the proxy does not',
    proxies: '1',
    flood: (n) => both(`198.51.${n % 250}.${1 + (n % 200)}`, '198.51.100.47'),
    same: [both('192.0.2.7', '198.51.100.47')],
    others: [told('for=198.51.100.48')],
  },
];

async function limited(on: Target, { proxies, flood, same, others }: Limited): Promise<string | null> {
  const hub = await on.hub(proxied(proxies));
  const link = await linkOf(hub, hub.admin);
  if (!(await exhausted(hub, flood))) return `${MOST_FOLLOWED} were answered`;
  for (const sender of same) {
    // What is filled again with time is not while that goes back.
    await hub.turn(-60_000);
    if (await follows(hub, link.id, sender)) return `${JSON.stringify(sender)} is not of the same network`;
  }
  for (const sender of others)
    if (!(await follows(hub, link.id, sender))) return `${JSON.stringify(sender)} is refused for a neighbour`;
  return null;
}

/** How proxies write one address; each is counted as the first is. `true`: as another person. */
const WRITTEN: readonly (readonly [string, Sender, Sender, boolean?])[] = [
  ['Forwarded', said('198.51.100.20'), told('for=198.51.100.20')],
  ['Forwarded in capitals and quotes', said('198.51.100.21'), told('For="198.51.100.21:4711";Proto=https')],
  ['Forwarded with IPv6', said('2001:db8:21::1'), told('for="[2001:db8:21::9]:4711";by=203.0.113.43')],
  ['Forwarded behind another', said('198.51.100.22'), told('for=1.2.3.4, for=198.51.100.22')],
  [
    'Forwarded with a comma in quotes',
    said('198.51.100.23'),
    told('by="a,b;for=9.9.9.9", for=198.51.100.23'),
  ],
  ['two lines of Forwarded', said('198.51.100.24'), told('for=9.9.9.9,for=198.51.100.24;host=x')],
  ['mapped within brackets', said('198.51.100.25'), said('[::ffff:198.51.100.25]:80')],
  ['mapped and zero-padded', said('198.51.100.26'), said('0000:0000:0000:0000:0000:ffff:c633:641a')],
  ['by the prefix of NAT64', said('198.51.100.27'), said('64:ff9b::c633:641b')],
  ['IPv4 zero-padded with a port', said('198.51.100.8'), said('198.051.100.008:00080')],
  ['with a zone', said('fe80::1'), said('fe80::1%eth0')],
  ['in quotes', said('198.51.100.28'), said('"198.51.100.28"')],
  ['Forwarded behind open quotes', said('198.51.100.33'), told('for=9.9.9.9;x=", for=198.51.100.33')],
  ['with a comma at the end', said('198.51.100.29'), said('198.51.100.29, ')],
  ['with a thousand before it', said('198.51.100.30'), said(`${'6.6.6.6, '.repeat(1000)}198.51.100.30`)],
  ['of a neighbour in IPv4', said('198.51.100.31'), said('198.51.100.32'), true],
  ['of a neighbour’s /64', said('2001:db8:31:1::1'), said('2001:db8:31:2::1'), true],
];

async function written(
  on: Target,
  [, one, other, isAnother = false]: (typeof WRITTEN)[number],
): Promise<string | null> {
  const hub = await on.shared(proxied('1'));
  const link = await linkOf(hub, hub.admin);
  for (const { headers } of [one, other]) {
    const agent = `${PERSON['user-agent']} OPR/78.0`;
    await hub.ask(`/${link.id}`, { headers: { ...PERSON, 'user-agent': agent, ...headers } });
  }
  const { counts } = await counted(hub, hub.admin, link.id, 2);
  const people = counts.get('human') ?? 0;
  return people === (isAnother ? 2 : 1) ? null : `it counted as ${JSON.stringify([...counts])}`;
}

/** Neighbours join, pair and sign in while one machine asks without end. */
async function joinedBeside(on: Target, path: string, body: () => unknown): Promise<string | null> {
  const hub = await on.hub();
  let isOver = false;
  const flood = Array.from({ length: 30 }, async () => {
    while (!isOver) await hub.post(path, body(), '', { from: '127.0.5.1' }).catch(() => null);
  });
  const took = await hub.took(async () => {
    const person = await hub.join('member', 'A neighbour');
    await hub.signIn(person);
  });
  isOver = true;
  await Promise.all(flood);
  return took < 1500 ? null : `a neighbour joined after ${took.toFixed(0)} ms`;
}

/** Thousands of wrong codes from one address: a newcomer behind the same address still pairs. */
async function wrongCodes(on: Target): Promise<string | null> {
  const hub = await on.hub();
  const bob = await hub.join('member', 'Bob');
  const { body } = await hub.post('/api/pair/start', {}, bob.token);
  const { code } = JSON.parse(body) as { code: string };
  const guess = JSON.stringify({ code: 'AAAAAAAA', key: newKey(), device: 'x' });
  const from = '127.0.5.2';
  const asked = `POST /api/join/pair HTTP/1.1\r\nHost: 127.0.0.1:${hub.port}\r\nContent-Type: application/json\r\nContent-Length: ${guess.length}\r\n\r\n${guess}`;
  const statuses = new Set<string>();
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      const line = await hub.line({ from });
      for (let n = 0; n < 450; n += 8)
        for (const status of await line.several(asked.repeat(8), 8)) statuses.add(status);
    }),
  );
  if (!statuses.has('429')) return `3,600 wrong codes were answered with ${[...statuses]}`;
  const claim = await hub.post('/api/join/pair', { code, key: newKey(), device: 'y' }, '', { from });
  return claim.status === 200 ? null : `the owner’s own device was answered with ${claim.status}`;
}

export const networkAttacks: readonly Attack[] = [
  ...LIMITED.map((one): Attack => ({ area: 'edge', name: one.name, run: (on) => limited(on, one) })),
  ...WRITTEN.map(
    (one): Attack => ({
      area: 'edge',
      name: `an address is written ${one[0]}`,
      run: (on) => written(on, one),
    }),
  ),
  ...(
    [
      ['challenges', '/api/session/challenge', () => ({ device: 1 })],
      ['sessions with a wrong signature', '/api/session', () => ({ device: 1, nonce: 'x', signature: 'y' })],
      ['wrong invites', '/api/join/look', () => ({ invite: 'abcdefghijkl', secret: 'x'.repeat(32) })],
      ['wrong codes of pairing', '/api/join/pair', () => ({ code: 'AAAAAAAA', key: newKey(), device: 'x' })],
    ] as const
  ).map(
    ([what, path, body]): Attack => ({
      area: 'edge',
      name: `neighbours join while one machine floods ${what}`,
      run: (on) => joinedBeside(on, path, body),
    }),
  ),
  { area: 'edge', name: '3,600 wrong codes of pairing from one address', run: wrongCodes },
];
