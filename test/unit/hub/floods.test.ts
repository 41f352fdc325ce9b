import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { monthOf } from '../../../src/workspace/room.ts';
import { NO_ROOMS } from '../../attack/forged-writes.ts';
import { openRoom, tokenOf } from '../../bench/device.ts';
import { eventually } from '../eventually.ts';
import { varint } from './rooms.ts';
import { TeamHub } from './team.ts';

let team: TeamHub;
beforeEach(async () => {
  team = await TeamHub.withAdmin();
});
afterEach(() => team.close());

const text = (said: string) => {
  const bytes = [...Buffer.from(said)];
  return [...varint(bytes.length), ...bytes];
};
const room = () => `library/${monthOf(team.now)}`;
/** A message of the sync protocol: the room, what kind it is, and the rest. */
const message = (name: string, ...rest: number[]) => Uint8Array.from([...text(name), ...rest]);
const socket = async (headers: Record<string, string> = {}, path = '/sync') => {
  const ws = new WebSocket(`ws://127.0.0.1:${team.hub.port}${path}`, { headers });
  await once(ws, 'open');
  return ws;
};
const closing = async (ws: WebSocket) => {
  const [code, reason] = await once(ws, 'close');
  return `${code} ${String(reason)}`;
};

describe('a socket', () => {
  it('is not opened under another host’s name, nor at another path', async () => {
    await expect(socket({ host: 'evil.example' })).rejects.toThrow();
    await expect(socket({}, '/other')).rejects.toThrow();
  });

  it('is closed at the first room that is addressed with a session in its name', async () => {
    const ws = await socket();
    ws.send(message(`${room()}\0s1`, 2, 0, ...text(team.token)));
    expect(await closing(ws)).toBe('4429 room');
  });

  it('is closed where it floods', async () => {
    const ws = await socket();
    const ended = closing(ws);
    for (let n = 0; n < 4200; n += 1) ws.send(message('nowhere', 0));
    expect(await ended).toMatch(/^(4429 rate|4\d\d\d |1\d\d\d )/);
    expect((await fetch(`http://127.0.0.1:${team.hub.port}/readyz`)).status).toBe(200);
  });

  it('is closed by a message that is too large, and by one that is none, and the hub goes on', async () => {
    const large = await socket();
    large.send(Buffer.alloc((4 << 20) + 10));
    expect(await closing(large)).toMatch(/^1009/);
    const odd = await socket();
    odd.send(Uint8Array.from([255, 255, 255, 255, 255, 255]));
    expect(await closing(odd)).toMatch(/^\d{4}/);
    expect((await fetch(`http://127.0.0.1:${team.hub.port}/readyz`)).status).toBe(200);
  });

  it('opens no room by a token that is none, nor one that is not declared', async () => {
    const { identity } = team.admin ?? {};
    if (!identity) throw new Error('no admin');
    const failed = vi.fn();
    const bad = openRoom(team.hub.port, room(), identity.joined.device, async () => 'x'.repeat(43));
    bad.provider.on('authenticationFailed', failed);
    await eventually(() => expect(failed).toHaveBeenCalledTimes(1));
    for (const name of NO_ROOMS) {
      const refused = vi.fn();
      const one = openRoom(team.hub.port, name, identity.joined.device, () =>
        tokenOf(team.hub.port, identity),
      );
      one.provider.on('authenticationFailed', refused);
      await eventually(() => expect(refused, name).toHaveBeenCalledTimes(1));
      one.close();
    }
    bad.close();
    // The hub opens the team's room and this month's results itself.
    const own = /^(?:team|results\/\d{4}-\d\d)$/;
    expect(
      [...team.hub.hub.services.rooms.server.documents.keys()].filter((name) => !own.test(name)),
    ).toEqual([]);
  });

  it('gets a whole room so often and no more', async () => {
    const { identity } = team.admin ?? {};
    if (!identity) throw new Error('no admin');
    const one = openRoom(team.hub.port, room(), identity.joined.device, () =>
      tokenOf(team.hub.port, identity),
    );
    await eventually(() => expect(one.provider.synced).toBe(true));
    const closed = vi.fn();
    one.provider.on('close', ({ event }: { event: { reason: string } }) => closed(event.reason));
    for (let n = 0; n < 320; n += 1) one.provider.forceSync();
    await eventually(() => expect(closed).toHaveBeenCalledWith('rate'));
    one.close();
  });
});
