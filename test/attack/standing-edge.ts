import type { Attack, HubSetup, Target } from './attack.ts';
import { HubProcess } from './hub-process.ts';
import { counted, linkOf, TARGET } from './link.ts';
import { PERSON } from './standing-links.ts';
import { within } from './until.ts';

const NAMED: HubSetup = {
  env: { MUSUBI_ADDRESS: 'https://hub.example', MUSUBI_NAMES: 'upstream.internal', MUSUBI_PROXY: '1' },
};

/** How proxies and browsers write the name of a hub at https://hub.example. */
const HOSTS = [
  'hub.example',
  'HUB.EXAMPLE',
  'hub.example.',
  'hub.example:443',
  'Hub.Example.:443',
  'hub.example:8443',
  'upstream.internal',
  'upstream.internal:3000',
] as const;

async function named(at: Target, host: string): Promise<string | null> {
  const hub = await at.shared(NAMED);
  const link = await linkOf(hub, hub.admin);
  const { status, headers } = await hub.ask(`/${link.id}`, { headers: { ...PERSON, host } });
  return headers.location === TARGET ? null : `a link was answered with ${status}`;
}

/** Two spellings of where somebody comes from: the same person, who is counted once. */
const SPELLINGS: readonly (readonly [string, string, string, string])[] = [
  ['with a port', 'x-forwarded-for', '198.51.100.7', '198.51.100.7:4711'],
  ['in brackets', 'x-forwarded-for', '2001:db8:1::1', '[2001:db8:1::1]'],
  ['in brackets with a port', 'x-forwarded-for', '2001:db8:2::1', '[2001:db8:2::1]:4711'],
  ['as IPv4 within IPv6', 'x-forwarded-for', '198.51.100.9', '::ffff:198.51.100.9'],
  ['as IPv4 within IPv6 in hexadecimals', 'x-forwarded-for', '198.51.100.10', '::ffff:c633:640a'],
  ['with zeros before', 'x-forwarded-for', '198.51.100.8', '198.051.100.008'],
  ['with all its zeros', 'x-forwarded-for', '2001:db8:3::1', '2001:0db8:0003:0000:0000:0000:0000:0001'],
  ['as another address of the same /64', 'x-forwarded-for', '2001:db8:4::1', '2001:db8:4::ffff'],
  ['behind what somebody made up', 'x-forwarded-for', '198.51.100.11', '1.2.3.4, 198.51.100.11'],
  ['with spaces around', 'x-forwarded-for', '198.51.100.12', '1.2.3.4 ,  198.51.100.12 '],
];

async function spelt(at: Target, [, header, one, other]: (typeof SPELLINGS)[number]): Promise<string | null> {
  const hub = await at.shared(NAMED);
  const link = await linkOf(hub, hub.admin);
  const agent = `${PERSON['user-agent']} OPR/77.0`;
  for (const from of [one, other])
    await hub.ask(`/${link.id}`, {
      headers: { ...PERSON, 'user-agent': agent, host: 'hub.example', [header]: from },
    });
  const { counts } = await counted(hub, hub.admin, link.id, 2);
  const people = counts.get('human') ?? 0;
  return people <= 1 && (counts.get('duplicate') ?? 0) + (counts.get('own') ?? 0) >= 1
    ? null
    : `it counted as ${JSON.stringify([...counts])}`;
}

/** Settings that no hub starts with; its words name the variable. */
const REFUSED: readonly (readonly [string, string])[] = [
  ['MUSUBI_ADDRESS', 'https://company.example/tools/musubi'],
  ['MUSUBI_ADDRESS', 'hub.example'],
  ['MUSUBI_ADDRESS', 'https://user:secret@hub.example'],
  ['MUSUBI_LINKS', 'https://s.example/path'],
  ['MUSUBI_PORT', '70000'],
  ['MUSUBI_PORT', '8787x'],
  ['MUSUBI_PROXY', 'yes please'],
  ['MUSUBI_ZONE', 'Mars/Olympus'],
  ['MUSUBI_NAMES', 'http://a b/'],
];

async function refusedAtStart(at: Target, name: string, value: string): Promise<string | null> {
  const process = new HubProcess(at.folder(), { env: { [name]: value } });
  at.after(() => process.child.kill('SIGKILL'));
  const status = await within(15_000, process.end());
  if (status === null) return `it started with ${name}=${value}`;
  return status !== 0 && process.errors.includes(name) ? null : `it ended with ${status}: ${process.errors}`;
}

/** Variables that a file of settings leaves empty are as if they were not there. */
async function empty(at: Target): Promise<string | null> {
  const names = ['ADDRESS', 'LINKS', 'ZONE', 'COUNTRIES', 'PROXY', 'NAMES', 'WEB', 'RESTORE', 'HOST'];
  const env = Object.fromEntries(names.map((name) => [`MUSUBI_${name}`, '']));
  const hub = await at.hub({ env });
  return (await hub.isReady()) ? null : 'it is not ready';
}

/** A probe that knows an address and no name, in the oldest form. */
async function probed(at: Target, head: string): Promise<string | null> {
  const hub = await at.shared(NAMED);
  const line = await hub.line();
  line.write(head);
  const { status } = await line.answer();
  return status === 200 ? null : `it was answered with ${status}`;
}

export const edgeAttacks: readonly Attack[] = [
  ...HOSTS.map(
    (host): Attack => ({ area: 'edge', name: `a proxy says Host: ${host}`, run: (at) => named(at, host) }),
  ),
  ...SPELLINGS.map(
    (spelling): Attack => ({
      area: 'edge',
      name: `somebody is counted twice by an address ${spelling[0]}`,
      run: (at) => spelt(at, spelling),
    }),
  ),
  ...REFUSED.map(
    ([name, value]): Attack => ({
      area: 'edge',
      name: `a hub is set with ${name}=${value}`,
      run: (at) => refusedAtStart(at, name, value),
    }),
  ),
  { area: 'edge', name: 'a hub is set with empty variables', run: empty },
  ...(
    [
      ['without a name', 'GET /healthz HTTP/1.0\r\n\r\n'],
      ['by an address', 'GET /healthz HTTP/1.1\r\nHost: 10.1.2.3:8787\r\n\r\n'],
    ] as const
  ).map(
    ([how, head]): Attack => ({
      area: 'edge',
      name: `health is asked for ${how}`,
      run: (at) => probed(at, head),
    }),
  ),
];
