import type { SharedLink } from '../../src/link/link.ts';
import type { Attack, HubSetup, Target } from './attack.ts';
import { follow } from './click-counts.ts';
import type { HubUnderAttack, Person } from './hub.ts';
import { aLink } from './link.ts';
import { until } from './until.ts';

const FIRST = 'https://shop.example/first';

/** Declares links one after the other in the owner's own room. */
async function declare(hub: HubUnderAttack, owner: Person, links: readonly SharedLink[]): Promise<void> {
  const room = await hub.open(owner, await hub.own(owner));
  for (const link of links) room.doc.getMap('links').set(link.id, link);
  await hub.answered(room);
  room.close();
}

const leadsTo = async (hub: HubUnderAttack, id: string) => (await follow(hub, id)).headers.location;

/** Elsewhere, where a manager has said nothing. */
const ELSEWHERE = [
  'http://shop.example/first',
  'https://shop.example:8443/first',
  'http://shop.example:443/first',
  'https://www.shop.example/first',
  'https://sub.shop.example/first',
  'https://shop.example./first',
  'https://shop.example.evil.example/first',
  'https://evil.example/first',
];

async function moved(at: Target, target: string): Promise<string | null> {
  const hub = await at.shared();
  const owner = await hub.join('member', 'Mover');
  const [link, next] = [await aLink({ target: FIRST }), await aLink({ target: FIRST })];
  const room = await hub.open(owner, await hub.own(owner));
  room.doc.getMap('links').set(link.id, link);
  await until(async () => (await leadsTo(hub, link.id)) === FIRST, 'the link to lead');
  room.doc.getMap('links').set(link.id, { ...link, target });
  // What was declared behind it leads once it was judged.
  room.doc.getMap('links').set(next.id, next);
  await until(async () => (await leadsTo(hub, next.id)) === FIRST, 'the next link to lead');
  room.close();
  const to = await leadsTo(hub, link.id);
  return to === FIRST ? null : `it leads to ${to} without a manager’s yes`;
}

/** Targets that nobody is led to, by whoever declares them. */
const REFUSED: Readonly<Record<string, string>> = {
  'a script': 'javascript:alert(1)',
  'a page made of data': 'data:text/html,<script>alert(1)</script>',
  'a file': 'file:///etc/passwd',
  'an address that runs backwards': 'https://shop.example/\u202efdp.exe',
  'a name with a blank that is not seen': 'https://shop\u200b.example/',
  'a name behind a wide blank': 'https://shop.example\u3000.evil.example/',
  'a header of its own': 'https://shop.example/\r\nSet-Cookie: a=b',
  'a user before the host': 'https://shop.example@evil.example/',
};

/** A hub of several names, and its own addresses as targets: a link that leads there would lead round and round. */
const NAMED: HubSetup = {
  env: {
    MUSUBI_ADDRESS: 'https://hub.example',
    MUSUBI_LINKS: 'https://go.example.',
    MUSUBI_NAMES: 'alias.example',
  },
};
const OWN = [
  'https://hub.example/a',
  'http://HUB.example./a',
  'https://hub.example:443/a',
  'https://go.example/a',
  'https://go.example./a',
  'http://alias.example/a',
  'https://Alias.example./a',
];

/** Offers to go on by another protocol (https://www.rfc-editor.org/rfc/rfc9110#section-7.8), which nobody has to take up. */
const OFFERS = ['h2c', 'HTTP/2.0', 'TLS/1.0', 'h2c, IRC/6.9'];

async function offered(at: Target, upgrade: string): Promise<string | null> {
  const hub = await at.shared();
  const owner = await hub.join('member', 'Offerer');
  const link = await aLink({ target: FIRST });
  await declare(hub, owner, [link]);
  await until(async () => (await leadsTo(hub, link.id)) === FIRST, 'the link to lead');
  const headers = { connection: 'Upgrade, HTTP2-Settings', upgrade, 'http2-settings': 'AAMAAABk' };
  const answer = await follow(hub, link.id, { headers }).catch(() => null);
  return answer?.headers.location === FIRST ? null : `it was ${answer ? `answered ${answer.status}` : 'cut'}`;
}

async function refused(at: Target, target: string, setup?: HubSetup): Promise<string | null> {
  const hub = await at.shared(setup);
  const owner = await hub.join('member', 'Declarer');
  const [bad, good] = [await aLink({ target }), await aLink({ target: FIRST })];
  await declare(hub, owner, [bad, good]);
  await until(async () => (await leadsTo(hub, good.id)) === FIRST, 'the link behind it to lead');
  const { status, headers } = await follow(hub, bad.id);
  return headers.location === undefined ? null : `${status}: it leads to ${headers.location}`;
}

/** Words of other scripts behind the host, and how they are sent. */
const SPELLED: Readonly<Record<string, readonly [target: string, to: string]>> = {
  'Persian’s joiner': ['https://a.example/می\u200cخ', 'https://a.example/%D9%85%DB%8C%E2%80%8C%D8%AE'],
  'an emoji’s joiner': [
    'https://a.example/👩\u200d💻',
    'https://a.example/%F0%9F%91%A9%E2%80%8D%F0%9F%92%BB',
  ],
  'a wide blank': ['https://a.example/?q=秋\u3000豆', 'https://a.example/?q=%E7%A7%8B%E3%80%80%E8%B1%86'],
};

async function spelled(at: Target, [target, to]: readonly [string, string]): Promise<string | null> {
  const hub = await at.shared();
  const owner = await hub.join('member', 'Speller');
  const link = await aLink({ target });
  await declare(hub, owner, [link]);
  let leads: string | undefined;
  await until(async () => {
    leads = await leadsTo(hub, link.id);
    return leads !== undefined;
  }, 'the link to lead').catch(() => undefined);
  return leads === to ? null : `it leads to ${leads}`;
}

export const targetAttacks: readonly Attack[] = [
  ...ELSEWHERE.map(
    (target): Attack => ({
      area: 'clicks',
      name: `a link is moved to ${target}`,
      run: (at) => moved(at, target),
    }),
  ),
  ...Object.entries(REFUSED).map(
    ([name, target]): Attack => ({
      area: 'clicks',
      name: `a link leads to ${name}`,
      run: (at) => refused(at, target),
    }),
  ),
  ...OWN.map(
    (target): Attack => ({
      area: 'clicks',
      name: `a link leads back to the hub by ${target}`,
      run: (at) => refused(at, target, NAMED),
    }),
  ),
  ...OFFERS.map(
    (upgrade): Attack => ({
      area: 'clicks',
      name: `a link is followed by somebody who offers ${upgrade}`,
      run: (at) => offered(at, upgrade),
    }),
  ),
  ...Object.entries(SPELLED).map(
    ([name, both]): Attack => ({
      area: 'clicks',
      name: `a link is lost for ${name}`,
      run: (at) => spelled(at, both),
    }),
  ),
];
