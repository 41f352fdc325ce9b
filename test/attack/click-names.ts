import type { SharedLink } from '../../src/link/link.ts';
import { USUAL_RULES } from '../../src/link/link-rules.ts';
import type { Attack, Target } from './attack.ts';
import { follow } from './click-counts.ts';
import type { HubUnderAttack, Person } from './hub.ts';
import { aLink } from './link.ts';
import { until } from './until.ts';

/** Somebody with a link that leads. */
async function owner(hub: HubUnderAttack, name: string): Promise<{ person: Person; link: SharedLink }> {
  const person = await hub.join('member', name);
  const link = await aLink();
  const room = await hub.open(person, await hub.own(person));
  room.doc.getMap('links').set(link.id, link);
  await hub.answered(room);
  await until(async () => (await follow(hub, link.id)).status === 302, 'the link to lead');
  room.close();
  return { person, link };
}

const named = (hub: HubUnderAttack, person: Person, link: string, name: string) =>
  hub.do({ do: 'link.name', link, name }, person);

async function open(at: Target): Promise<HubUnderAttack> {
  const hub = await at.shared();
  await hub.must({ do: 'links.set', links: { ...USUAL_RULES, names: 'members' } });
  return hub;
}

/** Names that would hide a page of the hub, or be looked up as something else. */
const BAD: Readonly<Record<string, string>> = {
  'the companion': 'app',
  'the routes of devices': 'api',
  'the health of the hub': 'healthz',
  'another link’s id': 'abcdefghij0',
  'a path upwards': '../app',
  'a file': 'robots.txt',
  'letters that look alike': 'аpple',
  'what every object has': '__proto__',
};

async function bad(at: Target, name: string): Promise<string | null> {
  const hub = await open(at);
  const { person, link } = await owner(hub, 'Namer');
  const answer = await named(hub, person, link.id, name);
  const path = await hub.ask(`/${encodeURI(name)}`);
  if (answer.status === 200) return `it was taken: ${answer.body}`;
  return path.headers.location?.startsWith('https://shop.') ? 'it leads to a member’s page' : null;
}

async function taken(at: Target): Promise<string | null> {
  const hub = await open(at);
  const [one, other] = [await owner(hub, 'First'), await owner(hub, 'Second')];
  await named(hub, one.person, one.link.id, 'winter-sale');
  const tries = await Promise.all(
    ['winter-sale', 'Winter-Sale', ' winter-sale'].map((name) =>
      named(hub, other.person, other.link.id, name),
    ),
  );
  return tries.some(({ status }) => status === 200) ? 'a name that has a link was given to another' : null;
}

type GiveUp = (hub: HubUnderAttack, of: Person, link: string) => Promise<unknown>;

const GIVEN_UP: Readonly<Record<string, GiveUp>> = {
  'was taken off its link': (hub, of, link) => named(hub, of, link, ''),
  'gave way to another': (hub, of, link) => named(hub, of, link, `newer-${link.toLowerCase().slice(0, 6)}-x`),
  'is of who was removed': (hub, of) => hub.must({ do: 'member.remove', member: of.joined.member }),
  'is of who was erased': (hub, of) => hub.must({ do: 'erase', member: of.joined.member }),
};

/** What a printed code carries leads on where it led, or nowhere: whoever comes later does not get it. */
async function givenUp(at: Target, giveUp: GiveUp): Promise<string | null> {
  const hub = await open(at);
  const [one, other] = [await owner(hub, 'Printed'), await owner(hub, 'Waiting')];
  const name = `printed-${one.link.id.toLowerCase().slice(0, 6)}-x`;
  await named(hub, one.person, one.link.id, name);
  await giveUp(hub, one.person, one.link.id);
  const taken = await named(hub, other.person, other.link.id, name);
  return taken.status === 200 ? 'a colleague has the name that is printed' : null;
}

async function another(at: Target): Promise<string | null> {
  const hub = await open(at);
  const [one, other] = [await owner(hub, 'Owner'), await owner(hub, 'Stranger')];
  const answer = await named(hub, other.person, one.link.id, 'spring-sale');
  return answer.status === 200 ? 'a colleague named it' : null;
}

async function race(at: Target): Promise<string | null> {
  const hub = await open(at);
  const [one, other] = [await owner(hub, 'Left'), await owner(hub, 'Right')];
  const both = await Promise.all(
    [one, other].map(({ person, link }) => named(hub, person, link.id, 'same-time')),
  );
  const done = both.filter(({ status }) => status === 200).length;
  return done === 1 ? null : `${done} of two at once have it`;
}

async function unruled(at: Target): Promise<string | null> {
  const hub = await open(at);
  const { person, link } = await owner(hub, 'Ruled');
  await hub.must({ do: 'links.set', links: { ...USUAL_RULES, names: 'leaders' } });
  const answer = await named(hub, person, link.id, 'without-leave');
  return answer.status === 200 ? 'a member named it where only managers may' : null;
}

const area = 'clicks';

export const nameAttacks: readonly Attack[] = [
  ...Object.entries(BAD).map(
    ([what, name]): Attack => ({
      area,
      name: `a link named as ${what}`,
      run: (at) => bad(at, name),
    }),
  ),
  { area, name: 'a name that another link has, in other letters too', run: taken },
  ...Object.entries(GIVEN_UP).map(
    ([how, giveUp]): Attack => ({
      area,
      name: `a name is taken that ${how}`,
      run: (at) => givenUp(at, giveUp),
    }),
  ),
  { area, name: 'a name for a colleague’s link', run: another },
  { area, name: 'one name for two links at the same time', run: race },
  { area, name: 'a name where the team lets only managers choose', run: unruled },
];
