import type { SharedLink } from '../../src/link/link.ts';
import type { Attack, Target } from './attack.ts';
import type { HubUnderAttack } from './hub.ts';
import { aLink, counted, linkOf, TARGET } from './link.ts';
import { oneOf } from './people.ts';
import { PERSON } from './standing-links.ts';

/** Names that every plain object has already. */
const INHERITED = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  '__defineGetter__',
] as const;

/** A link that carries the name where it is counted by: it is followed, and its owner is told of it. */
async function asLink(at: Target, name: string): Promise<string | null> {
  const hub = await at.shared();
  const owner = await oneOf(hub, 'member');
  const more: Partial<SharedLink> = { channel: name, site: name, campaign: name, item: name, title: name };
  const link = await linkOf(hub, owner, more);
  await hub.ask(`/${link.id}`, { headers: PERSON });
  const { counts } = await counted(hub, owner, link.id, 1);
  return counts.get('human') || counts.get('self')
    ? plain(hub)
    : `it counted as ${JSON.stringify([...counts])}`;
}

async function asReferrer(at: Target, name: string): Promise<string | null> {
  const hub = await at.shared();
  const owner = await oneOf(hub, 'manager');
  const link = await linkOf(hub, owner);
  const seen = { ...PERSON, 'user-agent': `${PERSON['user-agent']} ${name}/1` };
  await hub.ask(`/${link.id}`, { headers: { ...seen, referer: `http://${name}/` } });
  await hub.ask(`/${link.id}`, { headers: { ...seen, referer: 'https://other.example/' } });
  await counted(hub, owner, link.id, 2);
  return plain(hub);
}

async function asPart(at: Target, name: string): Promise<string | null> {
  const hub = await at.hub();
  const parts = [
    { id: name.padEnd(8, '_'), name },
    { id: 'ordinary', name: 'Ordinary' },
  ];
  await hub.must({ do: 'team.set', team: { name, country: 'JP', groups: parts, regions: parts } });
  const bob = await hub.join('member', name);
  const [group, region] = [parts[0]?.id ?? '', parts[0]?.id ?? ''];
  await hub.must({ do: 'member.place', member: bob.joined.member, group, region });
  const link = await linkOf(hub, bob);
  await hub.ask(`/${link.id}`, { headers: PERSON });
  await counted(hub, bob, link.id, 1);
  await hub.restart();
  return plain(hub);
}

/** An ordinary link still leads, is counted, and admins see their team. */
async function plain(hub: HubUnderAttack): Promise<string | null> {
  const link = await linkOf(hub, hub.admin);
  const { headers } = await hub.ask(`/${link.id}`, { headers: PERSON });
  if (headers.location !== TARGET) return `an ordinary link leads to ${headers.location}`;
  await counted(hub, hub.admin, link.id, 1);
  const { status } = await hub.post('/api/admin', {}, hub.admin.token);
  return status === 200 ? null : `an admin is answered with ${status}`;
}

/** A link whose id is such a name, as far as it is long enough: nobody proves it. */
async function asId(at: Target, name: string): Promise<string | null> {
  const hub = await at.shared();
  const { status } = await hub.ask(`/${name}`, { headers: PERSON });
  if (status >= 500) return `it was answered with ${status}`;
  const link = { ...(await aLink()), id: name };
  const room = await hub.open(hub.admin, await hub.own(hub.admin));
  room.doc.getMap('links').set(name.replaceAll('_', 'x'), link);
  await hub.answered(room).catch(() => undefined);
  return plain(hub);
}

const HOW: readonly (readonly [string, (at: Target, name: string) => Promise<string | null>])[] = [
  ['a channel, a campaign and an item', asLink],
  ['the host that people come from', asReferrer],
  ['the id of a link', asId],
];

export const inheritedAttacks: readonly Attack[] = [
  ...HOW.flatMap(([what, run]) =>
    INHERITED.map(
      (name): Attack => ({ area: 'clicks', name: `${name} is ${what}`, run: (at) => run(at, name) }),
    ),
  ),
  ...(['__proto__', 'constructor', 'toString'] as const).map(
    (name): Attack => ({
      area: 'figures',
      name: `${name} is a group and a region`,
      run: (at) => asPart(at, name),
    }),
  ),
];
