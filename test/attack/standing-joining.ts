import { generateKeyPairSync, sign } from 'node:crypto';
import { sessionWords } from '../../src/team/hub-api.ts';
import type { Attack, Target } from './attack.ts';
import type { HubUnderAttack, Person } from './hub.ts';
import { oneOf } from './people.ts';

const newKey = () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return publicKey.export({ format: 'der', type: 'spki' }).toString('base64url');
};

/** What a device asks and signs to get a session, each part of which may be another than it should. */
async function session(
  hub: HubUnderAttack,
  person: Person,
  bent: { as?: number; nonceOf?: number; hub?: string; nonce?: string } = {},
): Promise<{ status: number; nonce: string; signature: string }> {
  const { device } = person.joined;
  const asked = await hub.post('/api/session/challenge', { device: bent.nonceOf ?? device });
  const nonce = bent.nonce ?? (JSON.parse(asked.body) as { nonce: string }).nonce;
  const words = Buffer.from(sessionWords(bent.hub ?? person.joined.hub, bent.as ?? device, nonce));
  const key = { key: person.identity.key, dsaEncoding: 'ieee-p1363' } as const;
  const signature = sign('sha256', words, key).toString('base64url');
  const { status } = await hub.post('/api/session', { device: bent.as ?? device, nonce, signature });
  return { status, nonce, signature };
}

type Bent = (hub: HubUnderAttack, eve: Person, bob: Person) => Promise<number>;

const SESSIONS: readonly (readonly [string, Bent])[] = [
  [
    'for a colleague’s device, signed by one’s own key',
    async (hub, eve, bob) =>
      (await session(hub, eve, { as: bob.joined.device, nonceOf: bob.joined.device })).status,
  ],
  [
    'by a nonce that a colleague was given',
    async (hub, eve, bob) => (await session(hub, eve, { nonceOf: bob.joined.device })).status,
  ],
  ['by words of another hub', async (hub, eve) => (await session(hub, eve, { hub: 'another-hub-1' })).status],
  [
    'by a nonce that nobody gave',
    async (hub, eve) => (await session(hub, eve, { nonce: 'x'.repeat(43) })).status,
  ],
  [
    'by a signature that was used already',
    async (hub, eve) => {
      const { nonce, signature } = await session(hub, eve);
      return (await hub.post('/api/session', { device: eve.joined.device, nonce, signature })).status;
    },
  ],
  [
    'by a nonce that is two minutes old',
    async (hub, eve) => {
      const { body } = await hub.post('/api/session/challenge', { device: eve.joined.device });
      await hub.turn(120_000);
      const { nonce } = JSON.parse(body) as { nonce: string };
      return (await session(hub, eve, { nonce })).status;
    },
  ],
];

async function signedIn(at: Target, bent: Bent): Promise<string | null> {
  const hub = await at.shared();
  const [eve, bob] = [await oneOf(hub, 'member'), await oneOf(hub, 'manager')];
  const status = await bent(hub, eve, bob);
  return status === 401 ? null : `it was answered with ${status}`;
}

/** One use, twenty keys, at one moment. */
async function crowd(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const { made } = await hub.must({
    do: 'invite.make',
    role: 'member',
    group: '',
    region: '',
    uses: 1,
    days: 1,
  });
  const { invite, secret } = made as { invite: string; secret: string };
  const one = { invite, secret, name: 'Eve', device: 'e', listed: false };
  const joins = await Promise.all(
    Array.from({ length: 20 }, () => hub.post('/api/join', { ...one, key: newKey() })),
  );
  const joined = joins.filter(({ status }) => status === 200).length;
  return joined === 1 ? null : `${joined} joined by an invite of one use`;
}

/** Two admins take each other's role in the same moment: somebody has to be left who leads. */
async function duel(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const other = await hub.join('admin', 'Eve');
  const [ann, eve] = [hub.admin, other];
  const demote = (member: string, by: Person) => hub.do({ do: 'member.role', member, role: 'viewer' }, by);
  await Promise.all(
    Array.from({ length: 5 }, () => [
      demote(eve.joined.member, ann),
      demote(ann.joined.member, eve),
      hub.do({ do: 'self.leave' }, eve),
      hub.do({ do: 'self.leave' }, ann),
    ]).flat(),
  );
  const seen = await Promise.all([ann, eve].map(({ token }) => hub.post('/api/export', {}, token)));
  return seen.some(({ status }) => status === 200) ? null : 'nobody leads this team any more';
}

const start = async (hub: HubUnderAttack, who: Person) =>
  (JSON.parse((await hub.post('/api/pair/start', {}, who.token)).body) as { code: string }).code;

/** A stranger guesses codes without end: the owner's own device is still paired. */
async function guessed(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const bob = await hub.join('member', 'Bob');
  const code = await start(hub, bob);
  for (let n = 0; n < 40; n += 1) {
    const guess = `ABCDEF${String(22 + n)}`.slice(0, 8);
    await hub.post('/api/join/pair', { code: guess, key: newKey(), device: 'x' }, '', { from: '127.0.3.1' });
  }
  const key = newKey();
  const claim = await hub.post('/api/join/pair', { code, key, device: 'y' }, '', { from: '127.0.3.2' });
  return claim.status === 200 ? null : `the owner's own code was answered with ${claim.status} ${claim.body}`;
}

/** Two devices claim one code; who was first is whom the owner sees, and a second yes makes no second device. */
async function claimed(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const bob = await hub.join('member', 'Bob');
  const code = await start(hub, bob);
  const claims = [];
  for (const device of ['first', 'second'])
    claims.push(await hub.post('/api/join/pair', { code, key: newKey(), device }));
  const { body } = await hub.post('/api/pair/waiting', {}, bob.token);
  if (!body.includes('"first"') || claims[1]?.status === 200) return `the second took its place: ${body}`;
  const yes = await Promise.all([1, 2, 3].map(() => hub.post('/api/pair/confirm', {}, bob.token)));
  const devices = JSON.parse((await hub.post('/api/devices', {}, bob.token)).body) as { devices: unknown[] };
  const confirmed = yes.filter(({ status }) => status === 200).length;
  return confirmed === 1 && devices.devices.length === 2 ? null : `${devices.devices.length} devices`;
}

/** A neighbour behind the same address asks for thousands of nonces; who asked before can still sign in. */
async function nonces(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const { device } = hub.admin.joined;
  const first = JSON.parse((await hub.post('/api/session/challenge', { device })).body) as { nonce: string };
  const body = JSON.stringify({ device: 7 });
  const head = `POST /api/session/challenge HTTP/1.1\r\nHost: 127.0.0.1:${hub.port}\r\nContent-Type: application/json`;
  const asked = `${head}\r\nContent-Length: ${body.length}\r\n\r\n${body}`.repeat(8);
  const flood = async () => {
    const line = await hub.line();
    for (let n = 0; n < 45; n += 1) await line.several(asked, 8);
  };
  await Promise.all(Array.from({ length: 20 }, flood));
  const { status } = await session(hub, hub.admin, { nonce: first.nonce });
  return status === 200 ? null : `a session afterwards was answered with ${status}`;
}

/** A token anywhere but in its header is none. */
async function misplaced(at: Target): Promise<string | null> {
  const hub = await at.shared();
  const { token } = hub.admin;
  const tries = [
    await hub.ask(`/api/devices?token=${token}`, { method: 'POST', body: '{}' }),
    await hub.ask('/api/devices', { method: 'POST', body: '{}', headers: { cookie: `token=${token}` } }),
    await hub.ask('/api/devices', { method: 'POST', body: JSON.stringify({ token }) }),
    await hub.ask('/api/devices', {
      method: 'POST',
      body: '{}',
      headers: { authorization: `Basic ${token}` },
    }),
  ];
  return tries.some(({ status }) => status !== 401) ? `answered ${tries.map(({ status }) => status)}` : null;
}

export const joiningAttacks: readonly Attack[] = [
  ...SESSIONS.map(
    ([name, bent]): Attack => ({
      area: 'rights',
      name: `a session ${name}`,
      run: (at) => signedIn(at, bent),
    }),
  ),
  { area: 'rights', name: 'twenty join at once by an invite of one use', run: crowd },
  { area: 'rights', name: 'two admins take each other’s role and leave at once', run: duel },
  { area: 'rights', name: 'a stranger guesses codes of pairing', run: guessed },
  { area: 'rights', name: 'two devices claim one code of pairing', run: claimed },
  { area: 'requests', name: '7,200 nonces asked for from one address', run: nonces },
  { area: 'rights', name: 'a token in an address, a cookie or a body', run: misplaced },
];
