import { generateKeyPairSync } from 'node:crypto';
import type { Attack, Target } from './attack.ts';
import type { HubUnderAttack, Person } from './hub.ts';
import { until } from './until.ts';

function newKey(): string {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return publicKey.export({ format: 'der', type: 'spki' }).toString('base64url');
}

/** A phone that asked to be one of somebody's devices, by the code that they show. */
async function asking(hub: HubUnderAttack, { token }: Person) {
  const { code } = JSON.parse((await hub.post('/api/pair/start', {}, token)).body) as { code: string };
  return { code, key: newKey(), device: 'Phone' };
}

/** What somebody showed before they went lets no device in after it. */
async function paired(at: Target, loses: 'member.remove' | 'device.remove', before: boolean) {
  const hub = await at.shared();
  const mallory = await hub.join('member', 'Mallory');
  const phone = await asking(hub, mallory);
  if (before) await hub.post('/api/join/pair', phone);
  const { member, device } = mallory.joined;
  await hub.must(loses === 'device.remove' ? { do: loses, device } : { do: loses, member });
  if (!before) await hub.post('/api/join/pair', phone);
  const confirmed = await hub.post('/api/pair/confirm', {}, mallory.token);
  const { body } = await hub.post('/api/join/paired', phone);
  if (confirmed.status === 200 || body.includes('"joined"')) return `it is let in: ${body}`;
  const { members } = JSON.parse((await hub.post('/api/admin', {}, hub.admin.token)).body) as {
    members: readonly { id: string; devices: readonly unknown[] }[];
  };
  const devices = members.find(({ id }) => id === member)?.devices.length;
  return devices === 1 ? null : `they have ${devices} devices`;
}

/** Two admins each remove the other in one moment, again and again. */
async function duel(at: Target, how: 'remove' | 'demote'): Promise<string | null> {
  const hub = await at.hub();
  let [one, other] = [hub.admin, await hub.join('admin', 'Bob')];
  for (let n = 0; n < 10; n += 1) {
    const at_ = ({ joined: { member } }: Person) =>
      how === 'remove'
        ? ({ do: 'member.remove', member } as const)
        : ({ do: 'member.role', member, role: 'viewer' } as const);
    const answers = await Promise.all([hub.do(at_(other), one), hub.do(at_(one), other)]);
    const done = answers.filter(({ status }) => status === 200).length;
    if (done !== 1) return `${done} of both commands were done`;
    const asked = { do: 'invite.make', role: 'admin', group: '', region: '', uses: 1, days: 1 } as const;
    const left = answers[0]?.status === 200 ? one : other;
    const made = await hub.do(asked, left);
    if (made.status !== 200) return 'nobody leads the team any more';
    const { made: invite } = JSON.parse(made.body) as { made: { invite: string; secret: string } };
    [one, other] = [left, await hub.joinBy(invite, `Admin ${n}`)];
  }
  return null;
}

/** Head and body together have half a minute, however they drip. */
async function dripping(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const host = `127.0.0.1:${hub.port}`;
  const began = performance.now();
  const heads = { authorization: `Bearer ${hub.admin.token}`, 'content-type': 'application/json' };
  const hash = 'a'.repeat(64);
  const upload = { 'content-range': 'bytes 0-99999/100000', ...heads };
  const bodies: readonly [string, string, Record<string, string>][] = [
    ['POST', '/api/do', heads],
    ['POST', '/api/join', {}],
    ['POST', '/api/history', heads],
    ['PUT', `/media/${hash}`, upload],
  ];
  const lines = await Promise.all(
    bodies.map(async ([method, path, headers]) => {
      const line = await hub.line();
      line.begin({ method, path, headers, host, body: '\xff\xd8\xff'.padEnd(100_000, ' '), sent: 4 });
      return line;
    }),
  );
  const chunked = await hub.line();
  chunked.write(`POST /api/join/look HTTP/1.1\r\nhost: ${host}\r\ntransfer-encoding: chunked\r\n\r\n`);
  const drip = setInterval(() => {
    for (const line of lines) if (!line.closed) line.write(' ');
    if (!chunked.closed) chunked.write('1\r\n \r\n');
  }, 500);
  const all = [...lines, chunked];
  await until(() => all.every(({ closed }) => closed), 'all of them to be ended', 45_000).finally(() =>
    clearInterval(drip),
  );
  const took = (performance.now() - began) / 1000;
  return took < 40 ? null : `they were ended after ${took.toFixed(0)} s`;
}

export const staleJoins: readonly Attack[] = [
  ...(['member.remove', 'device.remove'] as const).flatMap((loses) => [
    {
      area: 'rights' as const,
      name: `a code that was shown before a ${loses}`,
      run: (at: Target) => paired(at, loses, false),
    },
    {
      area: 'rights' as const,
      name: `a phone that asked before a ${loses}`,
      run: (at: Target) => paired(at, loses, true),
    },
  ]),
  { area: 'rights', name: 'two admins remove each other', run: (at) => duel(at, 'remove') },
  { area: 'rights', name: 'two admins demote each other', run: (at) => duel(at, 'demote') },
  { area: 'rights', name: 'bodies that drip for longer than half a minute', run: dripping, waits: true },
];
