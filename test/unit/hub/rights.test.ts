import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpApp } from '../../../src/hub/http/app.ts';
import { MEMBER_COMMANDS } from '../../../src/hub/people/commands.ts';
import { HUB_CAPABILITIES } from '../../../src/hub-sides.ts';
import { monthOf, type Role } from '../../../src/workspace/room.ts';
import {
  type Aimed,
  ALL_ROLES,
  COMMAND_NAMES,
  COMMANDS,
  LETTER,
  MEDIA_METHODS,
  OPEN_PAGES,
  OPEN_ROUTES,
  ROUTES,
} from '../../attack/rights-table.ts';
import { HASH, PNG, sent as uploaded } from './backups.ts';
import { TeamHub } from './team.ts';

let team: TeamHub;
beforeAll(async () => {
  team = await TeamHub.withAdmin();
});
afterAll(() => team.close());

interface Pair {
  readonly token: string;
  readonly at: Aimed;
}
/** Those to whom nothing was done yet: what is refused changes nobody. */
const untouched = new Map<Role, Pair>();

/** Somebody of that role, and somebody else to do it to; `ask` is what is done. */
async function answered(role: Role, ask: (pair: Pair) => Promise<unknown>): Promise<unknown> {
  const pair = untouched.get(role) ?? (await aimed(role));
  untouched.delete(role);
  const answer = await ask(pair);
  if (JSON.stringify(answer) === '{"refused":"role"}') untouched.set(role, pair);
  return answer;
}

/** One of each role, for what changes nobody. */
const readers = new Map<Role, Promise<{ token: string }>>();
function readerOf(role: Role): Promise<{ token: string }> {
  const reader = readers.get(role) ?? team.join(role, role);
  readers.set(role, reader);
  return reader;
}

async function aimed(role: Role): Promise<Pair> {
  const [one, colleague] = [await team.join(role, 'One'), await team.join('member', 'Bob')];
  const { invite } = await team.invite('member');
  const { member, device } = colleague.identity.joined;
  const ownDevice = one.identity.joined.device;
  const at = { colleague: member, theirDevice: device, ownDevice, invite, link: 'AAAAAAAAAAA' };
  return { token: one.token, at };
}

const rows = <Row extends readonly [string, string, unknown]>(all: readonly Row[]) =>
  all.flatMap((row) => ALL_ROLES.map((role) => [role, ...row] as const));

describe('the table of rights', () => {
  it('has every command and every route', () => {
    expect([...COMMAND_NAMES].sort()).toEqual(
      [MEMBER_COMMANDS, ...HUB_CAPABILITIES.map(({ commands = {} }) => commands)].flatMap(Object.keys).sort(),
    );
    const known = [
      ...['/api/do', ...ROUTES.map(([path]) => path), ...OPEN_ROUTES].map((path) => `POST ${path}`),
      ...MEDIA_METHODS.map(([method]) => `${method} /media/:hash`),
      ...OPEN_PAGES.map((path) => `GET ${path}`),
    ];
    // Middleware, which decides nothing about roles, is of all methods.
    const routes = httpApp(team.hub.hub.services).routes.filter(({ method }) => method !== 'ALL');
    expect([...new Set(routes.map(({ method, path }) => `${method} ${path}`))].sort()).toEqual(known.sort());
  });

  it.each(rows(COMMANDS))('lets a %s %s: %s', async (role, _, may, body) => {
    const answer = await answered(role, ({ token, at }) => team.ask('/api/do', body(at), token));
    if (may.includes(LETTER[role])) expect(answer).not.toHaveProperty('refused', 'role');
    else expect(answer).toEqual({ refused: 'role' });
    // What it is about may be nobody's; a form that does not fit would show nothing.
    expect(answer).not.toHaveProperty('refused', 'form');
  });

  it.each(rows(ROUTES))('lets a %s ask %s: %s', async (role, path, may, body) => {
    const answer = await team.ask(path, body, (await readerOf(role)).token);
    if (may.includes(LETTER[role])) expect(answer).not.toHaveProperty('refused', 'role');
    else expect(answer).toEqual({ refused: 'role' });
    expect(answer).not.toHaveProperty('refused', 'form');
    expect(answer).not.toHaveProperty('refused', 'rate');
  });

  const medium = (method: string, token: string) =>
    fetch(`http://127.0.0.1:${team.hub.port}/media/${HASH}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-range': `bytes 0-${PNG.byteLength - 1}/${PNG.byteLength}`,
      },
      ...(method === 'PUT' && { body: new Uint8Array(PNG) }),
    });

  it.each(ALL_ROLES)('lets a %s send and read media by the table', async (role) => {
    await uploaded(team);
    const { token } = await readerOf(role);
    for (const [method, may] of MEDIA_METHODS)
      expect((await medium(method, token)).status).toBe(may.includes(LETTER[role]) ? 200 : 403);
  });

  it('lets nobody do anything who has no token, another’s, or was removed', async () => {
    const gone = await aimed('admin');
    await team.ask('/api/do', { do: 'self.leave' }, gone.token);
    for (const token of ['', 'x'.repeat(43), gone.token]) {
      for (const [, , body] of COMMANDS)
        expect(await team.ask('/api/do', body(gone.at), token)).toEqual({ refused: 'session' });
      for (const [path, , body] of ROUTES)
        expect(await team.ask(path, body, token)).toEqual({ refused: 'session' });
      for (const [method] of MEDIA_METHODS) expect((await medium(method, token)).status).toBe(401);
    }
  });
});

describe('the past of an item', () => {
  const past = async (room: string, root: string, key: string, token: string) =>
    team.ask('/api/history', { room, root, key }, token);

  it('is what whoever reads its room is shown, and nobody else', async () => {
    const month = monthOf(team.now);
    const bob = await team.join('member', 'Bob');
    const own = `member/${bob.identity.joined.member}/${month}`;
    const written: [string, string][] = [
      ['board', 'decisions'],
      [`library/${month}`, 'items'],
      [own, 'links'],
    ];
    for (const [room, root] of written) {
      const who = room === 'board' ? team.admin?.identity : bob.identity;
      const device = await team.open(who ?? bob.identity, room);
      device.doc.getMap(root).set('k1', { note: `written in ${root}` });
      await team.answered(device);
    }
    const readers = await Promise.all(ALL_ROLES.map((role) => team.join(role, role)));
    for (const { token } of [...readers, bob])
      for (const [room, root] of written.slice(0, 2))
        expect(await past(room, root, 'k1', token)).toMatchObject({
          versions: [{ value: { note: `written in ${root}` } }],
        });
    for (const { token } of readers)
      expect(await past(own, 'links', 'k1', token)).toEqual({ refused: 'unknown' });
    expect(await past(own, 'links', 'k1', bob.token)).toMatchObject({ versions: [{ value: {} }] });
    for (const room of ['nothing', `member/${month}`, 'book/abc', 'library/2026-11/../../team'])
      expect(await past(room, 'links', 'k1', bob.token)).toEqual({ refused: 'unknown' });
    expect(await past(own, 'links', 'k1', '')).toEqual({ refused: 'session' });
  });
});

describe('an admin’s export', () => {
  it('holds what all read, and no member’s own room', async () => {
    const month = monthOf(team.now);
    const cleo = await team.join('member', 'Cleo');
    const { member } = cleo.identity.joined;
    for (const [room, root] of [
      [`library/${month}`, 'items'],
      [`member/${member}/${month}`, 'events'],
    ] as const) {
      const device = await team.open(cleo.identity, room);
      device.doc.getMap(root).set(`of-${root}`, { words: `hers in ${root}` });
      await team.answered(device);
    }
    const exported = JSON.stringify(await team.ask('/api/export', {}));
    expect(exported).toContain('hers in items');
    expect(exported).not.toContain('hers in events');
    expect(exported).not.toContain(`member/`);
  });
});
