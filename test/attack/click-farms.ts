import { USUAL_RULES } from '../../src/link/link-rules.ts';
import { NAVIGATION } from '../unit/link/click/requests.ts';
import type { Attack, Target } from './attack.ts';
import { countsOf, follow, owning, PROXIED, type Visit } from './click-counts.ts';
import type { HubUnderAttack } from './hub.ts';
import { CHROME, toldOf } from './link.ts';

const LINKS = 6;
const MOST = 50;
const browser = (n: number) => `${CHROME} OPR/${n}.0.0.0`;

/** As many visits over a member's links, each with another browser; the people that they counted for. */
async function farm(hub: HubUnderAttack, visits: number, visitOf: (n: number) => Visit) {
  const { owner, links } = await owning(hub, LINKS);
  for (let n = 0; n < visits; n += 1)
    await follow(hub, links[n % LINKS] ?? '', { agent: browser(n), ...visitOf(n) });
  const { human = 0, qr = 0, ...rest } = await countsOf(hub, owner, visits);
  return { owner, links, people: human + qr, rest };
}

async function capped(at: Target, visitOf: (n: number) => Visit): Promise<string | null> {
  const { people, rest } = await farm(await at.shared(PROXIED), 90, visitOf);
  if (people > MOST) return `${people} people came from one network`;
  return (rest.capped ?? 0) + (rest.duplicate ?? 0) === 90 - people ? null : 'the rest is told nowhere';
}

/** Machines of one network, as they may look. */
const FARMS: Readonly<Record<string, (n: number) => Visit>> = {
  'one address': () => ({ from: '198.51.100.7' }),
  'one address on many ports': (n) => ({ from: `198.51.100.8:${10_000 + n}` }),
  'the addresses around one': (n) => ({ from: `198.51.100.${n + 1}` }),
  'the networks of one IPv6 customer': (n) => ({ from: `2001:db8:7:${n.toString(16)}::1` }),
  'an address that is written in two families': (n) => ({
    from: n % 2 ? '198.51.100.9' : '::ffff:198.51.100.9',
  }),
  'codes and links by turns': (n) => ({ from: '198.51.100.10', qr: n % 2 === 0 }),
};

async function unnamed(at: Target): Promise<string | null> {
  const headers = { ...NAVIGATION, 'sec-gpc': '1' };
  const hub = await at.hub({ ...PROXIED, now: Date.UTC(2026, 10, 24, 1) });
  const { owner, links } = await owning(hub, LINKS);
  let visits = 0;
  for (let hour = 0; hour < 12; hour += 1) {
    for (const link of links) await follow(hub, link, { headers, from: `198.51.${hour}.1` });
    visits += links.length;
    await hub.turn(3_600_000);
  }
  const { human = 0 } = await countsOf(hub, owner, visits);
  return human === MOST ? null : `${human} of ${visits} counted as people`;
}

async function hours(at: Target): Promise<string | null> {
  const hub = await at.hub({ ...PROXIED, now: Date.UTC(2026, 10, 24, 1) });
  const { owner, links } = await owning(hub, LINKS);
  for (let n = 0; n < 100; n += 1) {
    if (n % 10 === 9) await hub.turn(3_600_000);
    await follow(hub, links[n % LINKS] ?? '', { agent: browser(n), from: '198.51.100.7' });
  }
  const { human = 0 } = await countsOf(hub, owner, 100);
  return human === MOST ? null : `${human} people came from one address over ten hours`;
}

async function restarted(at: Target): Promise<string | null> {
  const hub = await at.hub({ ...PROXIED, probed: false });
  const { owner, links } = await owning(hub, LINKS);
  const visit = (n: number) =>
    follow(hub, links[n % LINKS] ?? '', { agent: browser(n), from: '198.51.100.7' });
  for (let n = 0; n < 40; n += 1) await visit(n);
  await hub.process.signal('SIGKILL');
  await hub.restart();
  for (let n = 40; n < 80; n += 1) await visit(n);
  const { human = 0 } = await countsOf(hub, owner, 80);
  return human <= MOST ? null : `${human} people came from one address around a start`;
}

async function raised(at: Target): Promise<string | null> {
  const hub = await at.hub(PROXIED);
  const { owner } = await farm(hub, 70, () => ({ from: '198.51.100.7' }));
  await hub.must({ do: 'links.set', links: { ...USUAL_RULES, perNetwork: 60 } });
  for (let tries = 0; tries < 50; tries += 1) {
    const { human = 0, capped: over = 0 } = await countsOf(hub, owner, 70);
    if (human === 60 && over === 10) return null;
    if (human > 60) return `${human} people where the team has set 60`;
  }
  return 'what was over the bound was not counted again';
}

/** Hosts that nobody came from, named one after the other from many networks before and after who really came. */
async function invented(at: Target): Promise<string | null> {
  const hub = await at.shared(PROXIED);
  const { owner, links } = await owning(hub, 1);
  const [link = ''] = links;
  const visit = (n: number, host: string) =>
    follow(hub, link, {
      from: `198.18.${n >> 4}.${1 + (n & 15)}`,
      agent: browser(n),
      headers: { ...NAVIGATION, referer: `https://${host}/` },
    });
  for (let n = 0; n < 90; n += 1) await visit(n, `invented-${n}.example`);
  for (let n = 90; n < 93; n += 1) await visit(n, 'news.example');
  for (let n = 93; n < 140; n += 1) await visit(n, `invented-${n}.example`);
  const { human } = await countsOf(hub, owner, 140);
  const { places } = await toldOf(hub, await hub.signIn(owner), link);
  if (human !== 140) return `${human} of 140 people were counted`;
  return places.get('news.example') === 3 ? null : `of news.example ${places.get('news.example')} are shown`;
}

async function others(at: Target): Promise<string | null> {
  const hub = await at.shared(PROXIED);
  await farm(hub, 70, () => ({ from: '192.0.2.7' }));
  const neighbour = await owning(hub, 1);
  await follow(hub, neighbour.links[0] ?? '', { from: '192.0.2.8' });
  const { human = 0 } = await countsOf(hub, neighbour.owner, 1);
  return human === 1 ? null : 'another member’s visitor was not counted';
}

/** What counts as one's own: the address with the system and browser that a member used that day. */
async function own(at: Target, visit: Visit, isOwn: boolean): Promise<string | null> {
  const hub = await at.shared(PROXIED);
  const { owner, links } = await owning(hub, 1);
  for (const from of ['192.0.2.77', '2001:db8:9:9::1']) {
    const headers = { 'user-agent': CHROME, 'x-forwarded-for': from };
    await hub.post('/api/clicks', { since: 0, changed: 0 }, owner.token, { headers });
  }
  await follow(hub, links[0] ?? '', visit);
  const counts = await countsOf(hub, owner, 1);
  const is = Object.keys(counts).join();
  return is === (isOwn ? 'own' : 'human') ? null : `it counts as ${is}`;
}

const NEWER = CHROME.replace('Chrome/142', 'Chrome/150');
const OWN: readonly (readonly [name: string, visit: Visit, isOwn: boolean])[] = [
  ['one’s own click with another version', { agent: NEWER, from: '192.0.2.77' }, true],
  ['one’s own click with another spelling of the address', { from: '::ffff:192.0.2.77' }, true],
  ['one’s own click from another address of one’s network', { from: '2001:db8:9:9:aaaa::5' }, true],
  [
    'a colleague of the office is taken for the owner',
    { agent: CHROME.replace('Windows NT 10.0; Win64; x64', 'Macintosh'), from: '192.0.2.77' },
    false,
  ],
  ['a neighbour with the same browser is taken for the owner', { agent: CHROME, from: '192.0.2.78' }, false],
];

export const farmAttacks: readonly Attack[] = [
  ...Object.entries(FARMS).map(
    ([name, visitOf]): Attack => ({
      area: 'clicks',
      name: `a farm behind ${name}`,
      run: (at) => capped(at, visitOf),
    }),
  ),
  { area: 'clicks', name: 'a farm that asks not to be told apart', run: unnamed },
  { area: 'clicks', name: 'a farm with patience over the hours of a day', run: hours },
  { area: 'clicks', name: 'a farm around a kill of the hub', run: restarted },
  { area: 'clicks', name: 'a bound that the team raised holds the past back', run: raised },
  { area: 'clicks', name: 'invented referrers hide where people came from', run: invented },
  { area: 'clicks', name: 'a farm uses up what a neighbour’s link may have', run: others },
  ...OWN.map(
    ([name, visit, isOwn]): Attack => ({ area: 'clicks', name, run: (at) => own(at, visit, isOwn) }),
  ),
];
