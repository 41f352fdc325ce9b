import { NAVIGATION } from '../unit/link/click/requests.ts';
import type { Attack, Target } from './attack.ts';
import { BENT_PATHS, FOREIGN_HOSTS, LOADED_PATHS } from './bent-paths.ts';
import type { HubUnderAttack } from './hub.ts';
import { aLink, CHROME, linkOf, TARGET } from './link.ts';
import { once } from './once.ts';
import { oneOf } from './people.ts';
import { until } from './until.ts';

export const PERSON = { 'user-agent': CHROME, ...NAVIGATION };

/** A member's link that leads to `TARGET`, in a hub that attacks share. */
export const sharedLink = once(async (hub: HubUnderAttack) => linkOf(hub, await oneOf(hub, 'member')));

async function bent(at: Target, template: string): Promise<string | null> {
  const hub = await at.shared();
  const path = template.replace('ID', (await sharedLink(hub)).id);
  // A request that no server reads is cut: it leads nowhere.
  const answer = await hub.ask(path, { headers: PERSON }).catch(() => null);
  if (!answer) return null;
  const { location } = answer.headers;
  if (answer.status >= 500) return `${path} was answered with ${answer.status}`;
  return [undefined, '/app/', TARGET].includes(location) ? null : `${path} leads to ${location}`;
}

async function loaded(at: Target, template: string): Promise<string | null> {
  const hub = await at.shared();
  const path = template.replace('ID', (await sharedLink(hub)).id);
  const { headers } = await hub.ask(path, { headers: PERSON });
  return headers.location === TARGET ? null : `${path} leads to ${headers.location}`;
}

async function underHost(at: Target, name: string): Promise<string | null> {
  const hub = await at.shared();
  const { id } = await sharedLink(hub);
  const host = name.replace('PORT', String(hub.port)).replace('HOST', `127.0.0.1:${hub.port}`);
  const { status, headers } = await hub.ask(`/${id}`, { headers: { ...PERSON, host } });
  return headers.location === undefined ? null : `under ${host} it was answered with ${status}`;
}

/** Ids that nobody knows are waited for, some at a time: who asks for many must not shut out those who know theirs. */
async function unknownIds(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const link = await linkOf(hub, hub.admin);
  const ids = await Promise.all(Array.from({ length: 600 }, async () => (await aLink()).id));
  let waiting = ids.length;
  const flood = ids.map(async (id) => {
    const { status } = await hub.ask(`/${id}`, { headers: PERSON }).catch(() => ({ status: 0 }));
    waiting -= 1;
    return status;
  });
  const took = await hub.took(() => until(() => waiting <= 200, 'all but 200 to be answered', 20_000));
  if (took > 3000) return `all but 200 were answered after ${took.toFixed(0)} ms`;
  const { headers } = await hub.ask(`/${link.id}`, { headers: PERSON });
  if (headers.location !== TARGET) return `a known link leads to ${headers.location} meanwhile`;
  const statuses = new Set(await Promise.all(flood));
  return [...statuses].every((status) => status === 404) ? null : `answered ${[...statuses]}`;
}

/** Half of them never finish what they ask, the others ask twenty times and read nothing. */
async function slowReaders(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const link = await linkOf(hub, hub.admin);
  const half = `GET /${link.id} HTTP/1.1\r\nHost: 127.0.0.1:${hub.port}\r\nUser-Agent: `;
  const whole = `${half}${CHROME}\r\n\r\n`;
  for (let n = 0; n < 400; n += 1) {
    const line = await hub.line({ from: `127.0.1.${1 + (n % 200)}` });
    line.pause();
    line.write(n % 2 ? half : whole.repeat(20));
  }
  let status = 0;
  const took = await hub.took(async () => {
    ({ status } = await hub.ask(`/${link.id}`, { headers: PERSON }));
  });
  if (status !== 302) return `a person was answered with ${status}`;
  return took < 3000 ? null : `a person waited ${took.toFixed(0)} ms`;
}

/** Thousands from one address behind a proxy, on lines that stay open; another address is answered all the while. */
async function flood(at: Target): Promise<string | null> {
  const hub = await at.hub({ env: { MUSUBI_PROXY: '1' } });
  const link = await linkOf(hub, hub.admin);
  const asked = (from: string) =>
    `GET /${link.id} HTTP/1.1\r\nHost: 127.0.0.1:${hub.port}\r\nUser-Agent: ${CHROME}\r\nX-Forwarded-For: ${from}\r\n\r\n`;
  const statuses: string[] = [];
  // Eight in one breath, which is as many as a line may.
  const asking = async () => {
    const line = await hub.line();
    for (let n = 0; n < 13; n += 1)
      statuses.push(...(await line.several(asked('198.51.100.7').repeat(8), 8)));
  };
  const flood = Promise.all(Array.from({ length: 50 }, asking));
  const other = await hub.ask(`/${link.id}`, { headers: { ...PERSON, 'x-forwarded-for': '203.0.113.9' } });
  await flood;
  if (other.status !== 302) return `another address was answered with ${other.status}`;
  return statuses.includes('429') ? null : `all ${statuses.length} of one address were answered`;
}

export const linkAttacks: readonly Attack[] = [
  ...BENT_PATHS.map(
    (path): Attack => ({ area: 'edge', name: `a link is bent to ${path}`, run: (at) => bent(at, path) }),
  ),
  ...LOADED_PATHS.map(
    (path): Attack => ({ area: 'edge', name: `a link is loaded as ${path}`, run: (at) => loaded(at, path) }),
  ),
  ...FOREIGN_HOSTS.map(
    (host): Attack => ({
      area: 'edge',
      name: `a link is asked for under the host ${host}`,
      run: (at) => underHost(at, host),
    }),
  ),
  { area: 'requests', name: 'thousands of follows from one address', run: flood },
  { area: 'edge', name: '600 ids that nobody knows at once', run: unknownIds },
  { area: 'requests', name: '400 readers who never finish or never read', run: slowReaders },
];
